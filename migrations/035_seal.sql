-- §3.2 Decisions that outlive us: the change log is sealed, what a decision rests on is hashed with it, and personal data stand
-- in one table outside chain and log (model R-5, T-7). docs/decisions/023-sealed-and-erasable.md tells why.

-- 1. Personal data: the one table that holds names and e-mail addresses. Everything else knows a person by id.

create table platform.personal (
  municipality_id text not null,
  person_id text not null,
  -- a person's name; or the address with which a local account is opened
  sort text not null check (sort in ('name', 'email')),
  -- the account of an address; 0 for a name
  account_id bigint not null default 0,
  value text not null check (value <> ''),
  primary key (municipality_id, person_id, sort, account_id)
);
create unique index personal_email on platform.personal (municipality_id, value) where sort = 'email';

-- `secret` may name several columns, with commas between.
create or replace function platform.log_change() returns trigger language plpgsql as $$
declare
  who text := nullif(current_setting('tillit.person', true), '');
  reason text := nullif(current_setting('tillit.why', true), '');
  secret text[] := string_to_array(tg_argv[0], ',');
  row_before jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
  row_after jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
begin
  if who is null or reason is null then
    raise exception 'a write to %.% must say who and why', tg_table_schema, tg_table_name using errcode = 'TL001';
  end if;
  insert into platform.change_log (municipality_id, person_id, why, request_id, table_name, operation, before, after)
  values (coalesce(row_after, row_before) ->> 'municipality_id', who, reason,
          coalesce(nullif(current_setting('tillit.request', true), ''), '-'),
          tg_table_schema || '.' || tg_table_name, lower(tg_op),
          row_before - secret, row_after - secret);
  return null;
end $$;

-- That a name or an address changed is told, never what it was or became
select platform.guard('platform.personal', secret => 'value');

alter table organisation.person
  -- whose personal data have been erased: when, by whom and why
  add column erased_on date,
  add column erased_by text,
  add column erased_reason text check (length(erased_reason) <= 1000);
alter table platform.account add column account_id bigint generated always as identity;

-- The owner of the tables moves what there is, for all municipalities at once, past the guards that hold for everybody else.
alter table organisation.person no force row level security;
alter table platform.account no force row level security;
alter table platform.personal no force row level security;
alter table platform.change_log no force row level security;
alter table platform.personal disable trigger user;
insert into platform.personal (municipality_id, person_id, sort, value)
  select municipality_id, person_id, 'name', name from organisation.person where name <> '';
insert into platform.personal (municipality_id, person_id, sort, account_id, value)
  select municipality_id, person_id, 'email', account_id, email from platform.account;
alter table platform.personal enable trigger user;
alter table organisation.person drop column name;
alter table platform.account drop constraint account_pkey, drop column email, add primary key (municipality_id, account_id);

-- 2. The log says nothing of names and addresses, from its first row. This once it is written over, before any of it is sealed.

drop trigger only_grows on platform.change_log;
update platform.change_log set before = before - 'name', after = after - 'name' where table_name = 'organisation.person';
update platform.change_log set before = before - 'email', after = after - 'email' where table_name = 'platform.account';

-- 3. Each row of the log has a hash over all that it says, and waits in a queue until it is sealed. The queue and not a bound:
-- a row of a transaction that ends late has a lower number than rows that are sealed already, and must not be passed by.

alter table platform.change_log add column sha256 bytea;

-- Over the row as JSON, as PostgreSQL writes it (keys sorted, numbers to the digit), with the time in UTC to the microsecond.
create function platform.entry_sha256(e platform.change_log) returns bytea language sql stable
  return sha256(convert_to(jsonb_build_array(e.municipality_id, e.entry,
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.person_id, e.why, e.request_id, e.table_name,
    e.operation, e.before, e.after)::text, 'UTF8'));
grant execute on function platform.entry_sha256 to tillit_app;

create table platform.unsealed (
  municipality_id text not null,
  entry bigint not null,
  primary key (municipality_id, entry)
);
alter table platform.unsealed enable row level security;
alter table platform.unsealed force row level security;
create policy own_municipality on platform.unsealed using (municipality_id = platform.municipality())
  with check (municipality_id = platform.municipality());
grant select, insert, delete on platform.unsealed to tillit_app;

update platform.change_log e set sha256 = platform.entry_sha256(e);
alter table platform.change_log alter column sha256 set not null;
alter table platform.unsealed no force row level security;
insert into platform.unsealed (municipality_id, entry) select municipality_id, entry from platform.change_log;

create function platform.await_seal() returns trigger language plpgsql as $$
begin
  new.sha256 := platform.entry_sha256(new);
  insert into platform.unsealed (municipality_id, entry) values (new.municipality_id, new.entry);
  return new;
end $$;
create trigger awaits_seal before insert on platform.change_log
  for each row execute function platform.await_seal();
create trigger only_grows before update or delete on platform.change_log
  for each row execute function platform.refuse_change();

-- 4. From here on the log tells what every row is. A migration that writes rows past the log's trigger, or changes a key, says
-- so with this: the rows are noted as they are, and what they are held against begins there.

create function platform.note_rows(target regclass, reason text) returns void language plpgsql as $$
declare
  secret text[];
begin
  select string_to_array(split_part(encode(tgargs, 'escape'), '\000', 1), ',') into strict secret
    from pg_trigger where tgrelid = target and tgname = 'logged';
  execute format('alter table %s no force row level security', target);
  alter table platform.change_log no force row level security;
  alter table platform.unsealed no force row level security;
  execute format('insert into platform.change_log (municipality_id, person_id, why, request_id, table_name, operation)
    select municipality_id, ''installation'', $1, ''-'', $2, ''begin''
    from (select municipality_id from platform.municipality union select municipality_id from %s) m order by 1', target)
    using reason, target::text;
  execute format('insert into platform.change_log
      (municipality_id, person_id, why, request_id, table_name, operation, before, after)
    select municipality_id, ''installation'', $1, ''-'', $2, ''noted'', to_jsonb(t) - $3, to_jsonb(t) - $3
    from %s t order by municipality_id', target)
    using reason, target::text, secret;
  alter table platform.unsealed force row level security;
  alter table platform.change_log force row level security;
  execute format('alter table %s force row level security', target);
end $$;

-- 5. An import is known by its file's hash and one hash over the rows that it brought, part by part.

-- set when its rows have been stored, in the same transaction
alter table ledger.import add column rows_sha256 text check (rows_sha256 ~ '^[0-9a-f]{64}$');
create function ledger.part_sha256(of_municipality text, of_import integer, part integer, part_rows integer)
  returns text language sql stable
  return encode(sha256(convert_to(coalesce(case when part >= 0 then
      (select string_agg(jsonb_build_array(r.row_number, r.voucher, r.day, r.text, r.account, r.code, r.amount_ore)::text, E'\n'
          order by r.row_number)
        from ledger.voucher_row r
        where r.municipality_id = of_municipality and r.import_id = of_import
          and r.row_number > part * part_rows and r.row_number <= (part + 1) * part_rows)
    else
      -- the accounts and their balances, before the rows
      (select jsonb_build_array(
        (select jsonb_agg(jsonb_build_array(a.account, a.name) order by a.account collate "C") from ledger.account a
          where a.municipality_id = of_municipality and a.import_id = of_import),
        (select jsonb_agg(jsonb_build_array(b.year, b.account, b.opening_ore, b.closing_ore)
            order by b.year, b.account collate "C") from ledger.balance b
          where b.municipality_id = of_municipality and b.import_id = of_import),
        (select count(*) from ledger.voucher_row c
          where c.municipality_id = of_municipality and c.import_id = of_import))::text)
    end, ''), 'UTF8')), 'hex');
grant execute on function ledger.part_sha256 to tillit_app;

alter table ledger.import no force row level security;
alter table ledger.voucher_row no force row level security;
alter table ledger.account no force row level security;
alter table ledger.balance no force row level security;
alter table ledger.import disable trigger user;
-- As `rowsSha256` in ledger/store/rows-hash.ts puts the parts together
update ledger.import i set rows_sha256 = encode(sha256(convert_to((
    select string_agg(ledger.part_sha256(i.municipality_id, i.import_id, part, 50000), '' order by part)
    from generate_series(-1, (i.rows - 1) / 50000) part), 'UTF8')), 'hex');
alter table ledger.import enable trigger user;
alter table ledger.import force row level security;
alter table ledger.voucher_row force row level security;
alter table ledger.account force row level security;
alter table ledger.balance force row level security;

-- 6. The seals: each holds some rows of the log, in order of entry, and hangs on the one before.

create table decisions.seal (
  municipality_id text not null,
  number integer not null check (number >= 1),
  -- which rows of the log: every one by its number, as ranges
  entries int8multirange not null,
  rows integer not null,
  -- over the rows' own hashes, in order of entry
  rows_sha256 text not null,
  sealed_at text not null,
  previous_sha256 text not null,
  sha256 text not null,
  primary key (municipality_id, number)
);
alter table decisions.seal enable row level security;
alter table decisions.seal force row level security;
create policy own_municipality on decisions.seal using (municipality_id = platform.municipality())
  with check (municipality_id = platform.municipality());
-- Not in the change log: a seal would then have to be sealed
grant select, insert on decisions.seal to tillit_app;
create trigger never_changes before update or delete on decisions.seal
  for each row execute function platform.refuse_change();
create trigger never_emptied before truncate on decisions.seal
  for each statement execute function platform.refuse_change();

-- A decision's hash holds the seal that was the last at its registering, and the hash of each table that decided content rests
-- on as it was then. Empty in decisions from before.
alter table decisions.decision
  add column seal_number integer,
  add column seal_sha256 text,
  add column ground jsonb;

-- 7. What there is when it begins.

do $$ declare logged regclass; begin
  for logged in select tgrelid::regclass from pg_trigger where tgname = 'logged' order by tgrelid::regclass::text collate "C" loop
    perform platform.note_rows(logged, 'Raderna som de är när loggen börjar förseglas');
  end loop;
end $$;

alter table organisation.person force row level security;
alter table platform.account force row level security;
alter table platform.personal force row level security;
alter table platform.change_log force row level security;
alter table platform.unsealed force row level security;

-- What a server keeps of what it has read is let go when it changes: each table tells what has changed in it, in the transaction that
-- changes it, to every server of the installation (docs/decisions/019).

-- A line "municipality TAB table TAB part" a change, each once a transaction. The transaction itself reads them in `tillit.changed`, so that
-- the server that writes has let go before it answers; the others hear them when it is committed. A part that readers know too may follow:
-- then only those who read it, or the whole table, are touched. No municipality: nobody can say whose it is.
create function platform.tell(municipality text, about text, part text default null) returns void language plpgsql as $$
declare
  told text := concat_ws(E'\t', municipality, about, part);
  before text := coalesce(current_setting('tillit.changed', true), '');
begin
  if position(E'\n' || told || E'\n' in E'\n' || before) > 0 then return; end if;
  perform set_config('tillit.changed', before || told || E'\n', true);
  perform pg_notify('tillit_changed', told);
end $$;

-- A row that has changed; one that was written as it was has not. The column named tells parts apart.
create function platform.tell_row() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new *= old then return null; end if;
  end if;
  if tg_op <> 'INSERT' then
    perform platform.tell(old.municipality_id, tg_table_schema || '.' || tg_table_name, to_jsonb(old) ->> tg_argv[0]);
  end if;
  if tg_op <> 'DELETE' then
    perform platform.tell(new.municipality_id, tg_table_schema || '.' || tg_table_name, to_jsonb(new) ->> tg_argv[0]);
  end if;
  return null;
end $$;

-- Rows without number, or a table emptied. Who passes the guards could have changed anybody's.
create function platform.tell_table() returns trigger language plpgsql as $$
begin
  perform platform.tell(case when tg_op <> 'TRUNCATE' and row_security_active(tg_relid) then coalesce(platform.municipality(), '') else '' end,
    tg_table_schema || '.' || tg_table_name);
  return null;
end $$;

-- Also of what is put in past the guards, as when a database is restored or follows another: `always`.
create function platform.tells(target regclass, part text default null) returns void language plpgsql as $$
begin
  execute format('drop trigger if exists tells on %s', target);
  execute format('drop trigger if exists tells_emptied on %s', target);
  execute format('create trigger tells after insert or update or delete on %s
                  for each row execute function platform.tell_row(%s)', target, coalesce(quote_literal(part), ''));
  execute format('create trigger tells_emptied after truncate on %s
                  for each statement execute function platform.tell_table()', target);
  execute format('alter table %s enable always trigger tells, enable always trigger tells_emptied', target);
end $$;

-- What is guarded from now on tells, too.
create or replace function platform.guard(target regclass, rights text default 'select, insert, update, delete', secret text default '')
returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy own_municipality on %s using (municipality_id = platform.municipality())
                  with check (municipality_id = platform.municipality())', target);
  execute format('create trigger logged after insert or update or delete on %s
                  for each row execute function platform.log_change(%L)', target, secret);
  perform platform.tells(target);
  execute format('grant %s on %s to tillit_app', rights, target);
end $$;

do $$ declare guarded regclass; begin
  for guarded in select tgrelid::regclass from pg_trigger where tgname = 'logged' loop
    perform platform.tells(guarded);
  end loop;
end $$;
-- One who signs in or out touches nobody else's session; who reads the log for one table is not touched by the others.
select platform.tells('platform.session', 'token_sha256');
select platform.tells('platform.change_log', 'table_name');

-- Hundreds of thousands of rows at once: told a statement.
do $$ declare brought regclass; begin
  foreach brought in array array['ledger.voucher_row', 'ledger.account', 'ledger.balance']::regclass[] loop
    execute format('create trigger tells after insert or update or delete or truncate on %s
                    for each statement execute function platform.tell_table()', brought);
    execute format('alter table %s enable always trigger tells', brought);
  end loop;
end $$;

-- A draft is saved each time that its writer pauses. It touches those who read its own matter ("budget:kommunfullmaktige:2027") or all
-- matters of its kind ("kind budget") or of that and its year ("kind budget 2027"); those who read which versions are open only when one comes or goes or is proposed ("open"); and
-- nobody who reads only what is decided.
create function decisions.tell_version() returns trigger language plpgsql as $$
declare
  about constant text := 'decisions.version';
  own text;
  matter text;
  decided boolean := false;
  moved boolean := true;
begin
  if tg_op = 'UPDATE' then
    if new *= old then return null; end if;
    moved := new.state <> old.state or new.matter_id <> old.matter_id or new.number <> old.number
      or new.municipality_id <> old.municipality_id;
  end if;
  if tg_op <> 'INSERT' then
    own := old.municipality_id;
    matter := old.matter_id;
    decided := old.state in ('decided', 'superseded');
  end if;
  if tg_op <> 'DELETE' then
    own := new.municipality_id;
    matter := new.matter_id;
    decided := decided or new.state in ('decided', 'superseded');
  end if;
  -- Nobody moves a version to another matter or municipality but past the guards
  if decided or (tg_op = 'UPDATE' and moved and new.state = old.state) then
    if tg_op = 'UPDATE' then perform platform.tell(old.municipality_id, about); end if;
    perform platform.tell(own, about);
  else
    perform platform.tell(own, about, matter);
    perform platform.tell(own, about, 'kind ' || split_part(matter, ':', 1));
    perform platform.tell(own, about, 'kind ' || split_part(matter, ':', 1) || ' ' || split_part(matter, ':', 3));
    if moved then perform platform.tell(own, about, 'open'); end if;
  end if;
  return null;
end $$;
drop trigger tells on decisions.version;
create trigger tells after insert or update or delete on decisions.version
  for each row execute function decisions.tell_version();
alter table decisions.version enable always trigger tells;

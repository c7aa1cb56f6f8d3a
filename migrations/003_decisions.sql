-- §3.1–3.2 Matters, their versions, and the chain of decisions (model R-5).

create schema decisions;
grant usage on schema decisions to tillit_app;

create table decisions.matter (
  municipality_id text not null,
  matter_id text not null check (length(matter_id) <= 200),
  kind text not null,
  body_id text not null,
  year integer not null check (year between 2000 and 2200),
  primary key (municipality_id, matter_id),
  unique (municipality_id, kind, body_id, year)
);
select platform.guard('decisions.matter', 'select, insert');
create trigger never_changes before update or delete on decisions.matter
  for each row execute function platform.refuse_change();
create trigger never_emptied before truncate on decisions.matter
  for each statement execute function platform.refuse_change();

create table decisions.version (
  municipality_id text not null,
  matter_id text not null,
  number integer not null check (number >= 1),
  state text not null check (state in ('draft', 'proposed', 'decided', 'superseded')),
  revision integer not null default 1,
  content jsonb not null,
  content_sha256 text check (content_sha256 ~ '^[0-9a-f]{64}$'),
  edited_by text not null,
  edited_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, matter_id, number),
  foreign key (municipality_id, matter_id) references decisions.matter,
  check (content_sha256 is not null or state in ('draft', 'proposed'))
);
select platform.guard('decisions.version', secret => 'content');
create unique index one_open_version on decisions.version (municipality_id, matter_id) where state in ('draft', 'proposed');

-- What is decided stays as it was decided, whoever asks: only its being superseded may be noted.
create function decisions.keep_decided() returns trigger language plpgsql as $$
begin
  if old.state in ('draft', 'proposed') then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and old.state = 'decided' and new.state = 'superseded'
     and to_jsonb(new) - 'state' = to_jsonb(old) - 'state' then
    return new;
  end if;
  raise exception 'version % of % is decided and never changes', old.number, old.matter_id using errcode = 'TL002';
end $$;
create trigger keep_decided before update or delete on decisions.version
  for each row execute function decisions.keep_decided();
create trigger never_emptied before truncate on decisions.version
  for each statement execute function platform.refuse_change();

create table decisions.decision (
  municipality_id text not null,
  number integer not null check (number >= 1),
  matter_id text not null,
  version_number integer not null,
  version_sha256 text not null,
  organ_id text not null,
  decided_on date not null,
  paragraph text not null,
  reference text not null,
  votes jsonb,
  reservations jsonb not null,
  reasons jsonb not null,
  mandate jsonb not null,
  registered_by text not null,
  registered_at text not null,
  previous_sha256 text not null,
  sha256 text not null,
  primary key (municipality_id, number),
  unique (municipality_id, matter_id, version_number),
  foreign key (municipality_id, matter_id, version_number) references decisions.version
);
select platform.guard('decisions.decision', 'select, insert');
create trigger never_changes before update or delete on decisions.decision
  for each row execute function platform.refuse_change();
create trigger never_emptied before truncate on decisions.decision
  for each statement execute function platform.refuse_change();

create table decisions.chain_head (
  municipality_id text primary key,
  count integer not null,
  sha256 text not null
);
select platform.guard('decisions.chain_head', 'select, insert, update');
create function decisions.head_moves_on() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.count = old.count + 1 then return new; end if;
  raise exception 'the head of the chain only moves on' using errcode = 'TL002';
end $$;
create trigger moves_on before update or delete on decisions.chain_head
  for each row execute function decisions.head_moves_on();
create trigger never_emptied before truncate on decisions.chain_head
  for each statement execute function platform.refuse_change();

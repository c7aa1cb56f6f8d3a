-- The ground: municipalities strictly apart, one door for writes, a log of every change.

create schema platform;

do $$ begin
  if not exists (select 1 from pg_roles where rolname = 'tillit_app') then
    create role tillit_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  execute format('grant tillit_app to %I', current_user);
end $$;
grant usage on schema platform to tillit_app;

create function platform.municipality() returns text language sql stable
  return nullif(current_setting('tillit.municipality', true), '');

create table platform.change_log (
  municipality_id text not null,
  entry bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  person_id text not null,
  why text not null,
  request_id text not null,
  table_name text not null,
  operation text not null,
  before jsonb,
  after jsonb,
  primary key (municipality_id, entry)
);

-- Nothing is written but through the door, which says who and why (model T-7).
create function platform.log_change() returns trigger language plpgsql as $$
declare
  who text := nullif(current_setting('tillit.person', true), '');
  reason text := nullif(current_setting('tillit.why', true), '');
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
          row_before - tg_argv[0]::text, row_after - tg_argv[0]::text);
  return null;
end $$;

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% never changes', tg_table_schema, tg_table_name using errcode = 'TL002';
end $$;

-- Every table of a chapter is guarded: rows of other municipalities can't be seen or written, and changes are logged.
-- `secret` names a column that must not enter the log.
create function platform.guard(target regclass, rights text default 'select, insert, update, delete', secret text default '')
returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy own_municipality on %s using (municipality_id = platform.municipality())
                  with check (municipality_id = platform.municipality())', target);
  execute format('create trigger logged after insert or update or delete on %s
                  for each row execute function platform.log_change(%L)', target, secret);
  execute format('grant %s on %s to tillit_app', rights, target);
end $$;

-- The log itself only grows.
alter table platform.change_log enable row level security;
alter table platform.change_log force row level security;
create policy own_municipality on platform.change_log using (municipality_id = platform.municipality())
  with check (municipality_id = platform.municipality());
grant select, insert on platform.change_log to tillit_app;
create trigger only_grows before update or delete on platform.change_log
  for each row execute function platform.refuse_change();
-- Triggers on rows do not see a table being emptied at once
create trigger never_emptied before truncate on platform.change_log
  for each statement execute function platform.refuse_change();

create table platform.municipality (
  municipality_id text primary key check (municipality_id ~ '^[0-9]{4}$'),
  name text not null,
  host text unique,
  sample boolean not null default false,
  -- the day it is in a sample municipality; null: the clock's
  sample_today date,
  -- how far a sample year has been played: a start that was cut off goes on from there
  sample_stage text check (sample_stage in ('organisation', 'playing', 'played'))
);
select platform.guard('platform.municipality');
-- Which municipalities there are is no secret: the server must know it before anyone has signed in.
create policy known_to_all on platform.municipality for select using (true);

create table platform.account (
  municipality_id text not null,
  email text not null,
  person_id text not null,
  password_hash text not null,
  failed_tries integer not null default 0,
  locked_until timestamptz,
  primary key (municipality_id, email)
);
select platform.guard('platform.account', secret => 'password_hash');

create table platform.session (
  municipality_id text not null,
  token_sha256 text not null,
  person_id text not null,
  expires_at timestamptz not null,
  primary key (municipality_id, token_sha256)
);
select platform.guard('platform.session', secret => 'token_sha256');

-- An answer given once is given again: a client that lost the answer can ask anew without doing the thing twice.
create table platform.answered_request (
  municipality_id text not null,
  person_id text not null,
  key text not null,
  request_sha256 text not null,
  status integer,
  etag text,
  answer jsonb,
  at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, person_id, key)
);
create index answered_request_by_age on platform.answered_request (municipality_id, at);
alter table platform.answered_request enable row level security;
alter table platform.answered_request force row level security;
create policy own_municipality on platform.answered_request using (municipality_id = platform.municipality())
  with check (municipality_id = platform.municipality());
grant select, insert, update, delete on platform.answered_request to tillit_app;

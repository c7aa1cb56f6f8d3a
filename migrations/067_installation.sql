-- T-3 Many municipalities in one installation. The installation itself is kept apart as they are, under a name that no municipality
-- can have ('-'): its operators' accounts and sessions stand there, in the same tables, and its door sees no municipality's rows
-- (docs/decisions/037-the-installation-is-kept-apart-too.md).

alter table platform.municipality
  -- from then on it answers nobody, until it is taken up again
  add column paused_at timestamptz;

-- Further names in the net that a municipality answers on, beside the one that its addresses are written with.
create table platform.host (
  municipality_id text not null,
  host text not null check (host = lower(host) and length(host) <= 253),
  primary key (municipality_id, host)
);
select platform.guard('platform.host', rights => 'select, insert, delete');
-- Who asks is found by the name that was asked for, before it is known which municipality it is
create policy known_to_all on platform.host for select using (true);

-- The address at which an installation, or a municipality of it, is opened the first time: one at a time, ended when it has been used.
create table platform.one_time_address (
  municipality_id text not null,
  token_sha256 text not null,
  made_at timestamptz not null default now(),
  primary key (municipality_id)
);
select platform.guard('platform.one_time_address', secret => 'token_sha256');

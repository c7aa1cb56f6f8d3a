-- T-5 Programs of the municipality's own that use the API by a token: as what, for what, whose they are, and until when.

create table platform.service_account (
  municipality_id text not null,
  account_id text not null check (account_id ~ '^tjanst-[a-z0-9]{1,40}$'),
  name text not null check (length(name) between 3 and 60),
  purpose text not null check (length(purpose) between 1 and 500),
  -- the person who answers for it: without a post of that person's it opens nothing
  owner_id text not null,
  -- as what it acts: a role in a body, whose mandates bound what it may
  body_id text not null,
  role text not null,
  -- what of that it may
  actions text[] not null,
  -- where: these bodies and those below them; empty: wherever the role may
  bodies text[] not null,
  valid_from date not null,
  valid_to date not null,
  token_sha256 text not null,
  made_by text not null,
  ended_at timestamptz,
  ended_by text,
  primary key (municipality_id, account_id),
  check (valid_to >= valid_from and valid_to <= valid_from + interval '2 years'),
  check ((ended_at is null) = (ended_by is null))
);
create unique index service_account_by_token on platform.service_account (municipality_id, token_sha256);
select platform.guard('platform.service_account', rights => 'select, insert, update', secret => 'token_sha256');

-- When it was last used; not in the change log: that a program works is no change
create table platform.service_account_use (
  municipality_id text not null,
  account_id text not null,
  used_at timestamptz not null default now(),
  primary key (municipality_id, account_id)
);
alter table platform.service_account_use enable row level security;
alter table platform.service_account_use force row level security;
create policy own_municipality on platform.service_account_use using (municipality_id = platform.municipality())
  with check (municipality_id = platform.municipality());
select platform.tells('platform.service_account_use');
grant select, insert, update, delete on platform.service_account_use to tillit_app;

-- T-2 Wrong passwords are counted by address, whether it has an account or not: a lock tells nobody which addresses exist.

create table platform.sign_in_try (
  municipality_id text not null,
  -- of the address in small letters: addresses that strangers try are nobody's business
  address_sha256 text not null,
  tries integer not null,
  locked_until timestamptz,
  last_at timestamptz not null,
  primary key (municipality_id, address_sha256)
);
create index sign_in_try_by_age on platform.sign_in_try (municipality_id, last_at);
alter table platform.sign_in_try enable row level security;
alter table platform.sign_in_try force row level security;
create policy own_municipality on platform.sign_in_try using (municipality_id = platform.municipality())
  with check (municipality_id = platform.municipality());
-- Not in the change log: a stranger could fill it
grant select, insert, update, delete on platform.sign_in_try to tillit_app;

alter table platform.account drop column failed_tries, drop column locked_until;

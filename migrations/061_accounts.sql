-- T-2 Local accounts that people keep themselves: an invitation by link, a forgotten password, a second factor, sessions that can be
-- ended. docs/decisions/035-local-accounts.md tells why.

-- An account that nobody has opened yet has no password.
alter table platform.account alter column password_hash drop not null;
alter table platform.account
  add column invited_at timestamptz,
  add column password_set_at timestamptz,
  -- nobody gets in by it
  add column shut_at timestamptz;
create index account_by_person on platform.account (municipality_id, person_id);

-- A link that lets whoever has it choose an account's password, once. A new one replaces the one before.
create table platform.account_link (
  municipality_id text not null,
  account_id bigint not null,
  token_sha256 text not null,
  sort text not null check (sort in ('invitation', 'reset')),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (municipality_id, account_id)
);
create unique index account_link_by_token on platform.account_link (municipality_id, token_sha256);
select platform.guard('platform.account_link', secret => 'token_sha256');

-- A session of one who has given the password and has a second factor to give, or to set up, opens nothing else yet.
alter table platform.session
  add column stage text check (stage in ('second-factor', 'set-up')),
  add column started_at timestamptz not null default now(),
  -- when whoever sits there last showed who it is, by password, code or passkey
  add column proved_at timestamptz not null default now(),
  -- the sender's network and the browser's name, for the person to know the session by
  add column network text,
  add column browser text;
create index session_by_person on platform.session (municipality_id, person_id);
drop trigger logged on platform.session;
create trigger logged after insert or delete on platform.session
  for each row execute function platform.log_change('token_sha256,network,browser');

-- Codes by time (RFC 6238). The secret has to be read to be reckoned with; it is in no log.
create table platform.totp (
  municipality_id text not null,
  person_id text not null,
  -- null until a first code has shown that the app has it
  secret text,
  -- one that is being set up
  pending text,
  pending_at timestamptz,
  since timestamptz,
  -- the time step of the last code that was taken: none is taken twice
  last_step bigint not null default 0,
  primary key (municipality_id, person_id)
);
select platform.guard('platform.totp', secret => 'secret,pending,pending_at,last_step');
-- That a code was used is no change worth the log: that there is one is
drop trigger logged on platform.totp;
create trigger logged after insert or update of since or delete on platform.totp
  for each row execute function platform.log_change('secret,pending,pending_at,last_step');

create table platform.recovery_code (
  municipality_id text not null,
  person_id text not null,
  number integer not null,
  code_sha256 text not null,
  used_at timestamptz,
  primary key (municipality_id, person_id, number)
);
select platform.guard('platform.recovery_code', secret => 'code_sha256');

create table platform.passkey (
  municipality_id text not null,
  passkey_id bigint generated always as identity,
  person_id text not null,
  credential_id text not null,
  public_key text not null,
  counter bigint not null,
  transports text[] not null,
  -- what its person calls it
  name text not null check (length(name) between 1 and 60),
  made_at timestamptz not null default now(),
  used_at timestamptz,
  primary key (municipality_id, passkey_id)
);
create unique index passkey_by_credential on platform.passkey (municipality_id, credential_id);
create index passkey_by_person on platform.passkey (municipality_id, person_id);
select platform.guard('platform.passkey', secret => 'credential_id,public_key,counter,name,used_at');
drop trigger logged on platform.passkey;
create trigger logged after insert or update of name or delete on platform.passkey
  for each row execute function platform.log_change('credential_id,public_key,counter,name,used_at');

-- What a browser has been asked to sign; gone when it has been answered.
create table platform.passkey_challenge (
  municipality_id text not null,
  challenge text not null,
  -- whose passkey is being made; null where somebody signs in
  person_id text,
  expires_at timestamptz not null,
  primary key (municipality_id, challenge)
);
create index passkey_challenge_by_age on platform.passkey_challenge (municipality_id, expires_at);
alter table platform.passkey_challenge enable row level security;
alter table platform.passkey_challenge force row level security;
create policy own_municipality on platform.passkey_challenge using (municipality_id = platform.municipality())
  with check (municipality_id = platform.municipality());
-- Not in the change log: a stranger could fill it
grant select, insert, update, delete on platform.passkey_challenge to tillit_app;

-- Wrong codes of one person's, and links that are asked for, are counted as wrong passwords are.
alter table platform.sign_in_count drop constraint sign_in_count_sort_check;
alter table platform.sign_in_count add constraint sign_in_count_sort_check
  check (sort in ('pair', 'address', 'sender', 'device', 'code', 'ask', 'asker'));

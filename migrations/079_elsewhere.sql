-- T-3 One account, several municipalities: who of theirs are one and the same, by that person's own showing
-- (docs/decisions/037-the-installation-is-kept-apart-too.md).

-- The installation's own ('-'): no municipality's door sees where else somebody has an account.
create table platform.belonging (
  municipality_id text not null check (municipality_id = '-'),
  -- where the person signs in, and who that is there
  home text not null,
  home_person text not null,
  -- where that opens an account, and whose
  code text not null,
  person text not null,
  since timestamptz not null default now(),
  primary key (municipality_id, code, person),
  check (home <> code)
);
create unique index belonging_by_home on platform.belonging (municipality_id, home, home_person, code);
select platform.guard('platform.belonging');

-- On the way from one municipality's name in the net to another's: for a minute, once, in the browser that began it
create table platform.crossing (
  municipality_id text not null,
  token_sha256 text not null,
  browser_sha256 text not null,
  person_id text not null,
  home text not null,
  home_person text not null,
  expires_at timestamptz not null,
  primary key (municipality_id, token_sha256)
);
create index crossing_by_age on platform.crossing (municipality_id, expires_at);
alter table platform.crossing enable row level security;
alter table platform.crossing force row level security;
create policy own_municipality on platform.crossing using (municipality_id = platform.municipality())
  with check (municipality_id = platform.municipality());
-- Not in the change log: the session that follows is
grant select, insert, delete on platform.crossing to tillit_app;

-- An account that is opened from another municipality's, and has no password of its own
alter table platform.account add column joined_at timestamptz;
-- From where a session has come: it alone leads on, and back
alter table platform.session add column home text, add column home_person text,
  add check (num_nulls(home, home_person) in (0, 2));
drop trigger logged on platform.session;
create trigger logged after insert or delete on platform.session
  for each row execute function platform.log_change('token_sha256,network,browser,home,home_person');

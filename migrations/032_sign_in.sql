-- T-2 Sign-in that nobody can shut for another: wrong passwords make whoever tries wait, longer each time, and a device that
-- somebody has signed in on is counted by itself. What happens at the door is told in a log of its own.

drop table platform.sign_in_try;

create table platform.sign_in_count (
  municipality_id text not null,
  -- what is counted: an address as tried by one sender, an address by all, a sender at all addresses, a known device
  sort text not null check (sort in ('pair', 'address', 'sender', 'device')),
  -- of the address in small letters, the sender or the device's token: whom strangers try is nobody's business
  key_sha256 text not null,
  failures integer not null,
  -- the first of those counted together
  since timestamptz not null,
  wait_until timestamptz,
  last_at timestamptz not null,
  primary key (municipality_id, sort, key_sha256)
);
create index sign_in_count_by_age on platform.sign_in_count (municipality_id, last_at);
alter table platform.sign_in_count enable row level security;
alter table platform.sign_in_count force row level security;
create policy own_municipality on platform.sign_in_count using (municipality_id = platform.municipality())
  with check (municipality_id = platform.municipality());
-- Not in the change log: a stranger could fill it
grant select, insert, update, delete on platform.sign_in_count to tillit_app;

create table platform.known_device (
  municipality_id text not null,
  device_sha256 text not null,
  person_id text not null,
  last_at timestamptz not null default now(),
  primary key (municipality_id, device_sha256, person_id)
);
create index known_device_by_person on platform.known_device (municipality_id, person_id, last_at);
alter table platform.known_device enable row level security;
alter table platform.known_device force row level security;
create policy own_municipality on platform.known_device using (municipality_id = platform.municipality())
  with check (municipality_id = platform.municipality());
-- Not in the change log: it only makes a sign-in wait less, and the sign-in itself is told in the security log
grant select, insert, update, delete on platform.known_device to tillit_app;

-- A session that nobody uses ends before its time. That it was used is no change worth the log: its beginning and end are.
alter table platform.session add column used_at timestamptz not null default now();
drop trigger logged on platform.session;
create trigger logged after insert or delete on platform.session
  for each row execute function platform.log_change('token_sha256');

create table platform.security_event (
  municipality_id text not null,
  entry bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  kind text not null,
  -- whose it is, where that is known
  person_id text,
  -- the beginning of the SHA-256 of an address that was tried
  address text,
  sender text,
  -- the operation that was asked for, "PUT /api/…"
  operation text,
  -- why it was refused: the mandate that is missing, or the sort of problem
  reason text,
  request_id text not null,
  -- how many times the same within a moment
  times integer not null default 1 check (times > 0),
  primary key (municipality_id, entry)
);
create index security_event_by_time on platform.security_event (municipality_id, at);
alter table platform.security_event enable row level security;
alter table platform.security_event force row level security;
create policy own_municipality on platform.security_event using (municipality_id = platform.municipality())
  with check (municipality_id = platform.municipality());
grant select, insert, delete on platform.security_event to tillit_app;

-- It only grows, and what is older than a year goes: it tells of people, and has then done its work.
create function platform.refuse_young() returns trigger language plpgsql as $$
begin
  if old.at > now() - interval '12 months' then
    raise exception '%.% is kept for twelve months', tg_table_schema, tg_table_name using errcode = 'TL002';
  end if;
  return old;
end $$;
create trigger only_grows before update on platform.security_event
  for each row execute function platform.refuse_change();
create trigger kept_a_year before delete on platform.security_event
  for each row execute function platform.refuse_young();
create trigger never_emptied before truncate on platform.security_event
  for each statement execute function platform.refuse_change();

-- Who reads it is said by mandates, as all else. Municipalities that are here already get the one of the model's sample.
alter table platform.municipality no force row level security;
alter table organisation.mandate no force row level security;
select set_config('tillit.person', 'installation', true), set_config('tillit.why', 'Säkerhetsloggen får läsare', true);
insert into organisation.mandate (municipality_id, mandate_id, action, organ_kinds, roles, scope, source, cite, valid_from, valid_to)
select municipality_id, mandate_id, 'read:security-log', organ_kinds, roles, 'group', source, cite, '2019-01-01', null
from platform.municipality, (values
  ('read-security-audit', '{audit}'::text[], '{auditor}'::text[], 'Kommunallagen 12 kap. 9 §: revisorerna får de upplysningar som behövs', 'KL 12:9'),
  ('read-security-director', '{administration}', '{municipal-director}', 'Kommunallagen 7 kap. 2 §: direktören leder förvaltningen', 'KL 7:2')
) given (mandate_id, organ_kinds, roles, source, cite)
on conflict do nothing;
alter table organisation.mandate force row level security;
alter table platform.municipality force row level security;

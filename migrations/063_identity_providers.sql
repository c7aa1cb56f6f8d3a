-- T-2 Sign-in by the municipality's own identity provider (OpenID Connect): which there are, who has come by them, and which posts
-- what they say of somebody gives.

create table platform.identity_provider (
  municipality_id text not null,
  provider_id text not null check (provider_id ~ '^[a-z0-9-]{1,40}$'),
  name text not null check (length(name) between 1 and 60),
  issuer text not null check (length(issuer) <= 500),
  client_id text not null check (length(client_id) <= 300),
  scopes text not null check (length(scopes) <= 500),
  -- the client's secret: none; in the server's environment, under a name; or here, under the database's seal
  secret_from text not null check (secret_from in ('none', 'environment', 'sealed')),
  secret_variable text check (length(secret_variable) <= 100),
  secret_sealed text check (length(secret_sealed) <= 2000),
  -- asked for more of who has signed in than the token says
  asks_userinfo boolean not null,
  -- the addresses that it tells of are checked by the municipality, also where it does not say so each time
  checks_email boolean not null,
  -- offered on the page where one signs in
  offered boolean not null default false,
  revision integer not null default 1,
  primary key (municipality_id, provider_id),
  check ((secret_variable is not null) = (secret_from = 'environment')),
  check ((secret_sealed is not null) = (secret_from = 'sealed'))
);
select platform.guard('platform.identity_provider', secret => 'secret_sealed');

-- Who is who: the provider's own name of a person, which may be a name or a number, is nobody's business but as it comes again
create table platform.provider_identity (
  municipality_id text not null,
  -- of issuer and subject
  subject_sha256 text not null,
  provider_id text not null,
  person_id text not null,
  since date not null,
  primary key (municipality_id, subject_sha256),
  foreign key (municipality_id, provider_id) references platform.identity_provider
);
create index provider_identity_by_person on platform.provider_identity (municipality_id, person_id);
select platform.guard('platform.provider_identity', secret => 'subject_sha256');

-- A sign-in that has been sent to a provider and not come back. Not in the change log: a stranger could fill it
create table platform.sign_in_round (
  municipality_id text not null,
  state_sha256 text not null,
  browser_sha256 text not null,
  provider_id text not null,
  nonce text not null,
  code_verifier text not null,
  redirect_uri text not null,
  begun_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, state_sha256)
);
create index sign_in_round_by_age on platform.sign_in_round (municipality_id, begun_at);
alter table platform.sign_in_round enable row level security;
alter table platform.sign_in_round force row level security;
create policy own_municipality on platform.sign_in_round using (municipality_id = platform.municipality())
  with check (municipality_id = platform.municipality());
grant select, insert, update, delete on platform.sign_in_round to tillit_app;

-- Where a session that a provider opened is ended with it; gone with the session
create table platform.provider_session (
  municipality_id text not null,
  token_sha256 text not null,
  provider_id text not null,
  ends_at text not null check (length(ends_at) <= 2000),
  -- the provider's token, by which it knows whom to sign out, under the database's seal
  hint_sealed text check (length(hint_sealed) <= 20000),
  primary key (municipality_id, token_sha256),
  foreign key (municipality_id, token_sha256) references platform.session on delete cascade
);
alter table platform.provider_session enable row level security;
alter table platform.provider_session force row level security;
create policy own_municipality on platform.provider_session using (municipality_id = platform.municipality())
  with check (municipality_id = platform.municipality());
grant select, insert, delete on platform.provider_session to tillit_app;

-- The rules by which what a provider says of somebody gives posts: as they are written, and as they are in force
create table organisation.provider_rules (
  municipality_id text not null,
  provider_id text not null,
  draft jsonb not null,
  revision integer not null,
  in_force jsonb,
  in_force_on date,
  in_force_by text,
  -- the revision that is in force
  in_force_revision integer,
  primary key (municipality_id, provider_id),
  foreign key (municipality_id, provider_id) references platform.identity_provider,
  check (num_nulls(in_force, in_force_on, in_force_by, in_force_revision) in (0, 4))
);
select platform.guard('organisation.provider_rules');

-- Posts that a provider has given: it takes them back when it no longer says so
create table organisation.provider_post (
  municipality_id text not null,
  post_id text not null,
  provider_id text not null,
  person_id text not null,
  primary key (municipality_id, post_id)
);
create index provider_post_by_person on organisation.provider_post (municipality_id, person_id);
select platform.guard('organisation.provider_post');

-- By an employee number, too, a person can be known: it names the person, and stands with the names
alter table platform.personal drop constraint personal_sort_check;
alter table platform.personal add constraint personal_sort_check check (sort ~ '^[a-z-]{1,40}$');
create unique index personal_employee_number on platform.personal (municipality_id, value) where sort = 'employee-number';

do $$
declare
  one text;
begin
  perform set_config('tillit.person', 'uppgradering', true);
  perform set_config('tillit.why', 'Systemförvaltaren sköter identitetstjänster och tjänstekonton (§3.2)', true);
  for one in select municipality_id from platform.municipality loop
    perform set_config('tillit.municipality', one, true);
    insert into organisation.mandate
        (municipality_id, mandate_id, action, organ_kinds, roles, scope, source, cite, valid_from, valid_to)
      select one, who.id || given.id, given.action, array['administration'], array[who.role], 'group', who.source, '§3.2',
        date '2019-01-01', null
      from (values ('identitetstjanster', 'manage:provider'), ('tjanstekonton', 'manage:service-account')) as given (id, action),
        (values
          ('sf-', 'system-manager', 'Systemförvaltarens uppdrag: håller ordning på organisation, personer och behörigheter'),
          ('kc-', 'municipal-director', 'Kommunchefens uppdrag: leder och samordnar förvaltningen')
        ) as who (id, role, source)
      where exists (select from organisation.mandate where municipality_id = one)
      on conflict do nothing;
  end loop;
  perform set_config('tillit.municipality', '', true);
end $$;

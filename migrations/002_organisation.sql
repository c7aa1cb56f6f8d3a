-- §3 Responsibility and powers: bodies, people, posts, mandates (model R-1, R-2, R-3).

create schema organisation;
grant usage on schema organisation to tillit_app;

create table organisation.body (
  municipality_id text not null,
  body_id text not null check (body_id ~ '^[a-z0-9-]{1,60}$'),
  kind text not null,
  name text not null,
  parent_id text,
  assignment text,
  ledger_codes text[] not null default '{}',
  position integer not null default 0,
  valid_from date not null,
  valid_to date,
  primary key (municipality_id, body_id),
  foreign key (municipality_id, parent_id) references organisation.body deferrable initially deferred
);
select platform.guard('organisation.body');

create table organisation.person (
  municipality_id text not null,
  person_id text not null,
  name text not null,
  primary key (municipality_id, person_id)
);
select platform.guard('organisation.person');

create table organisation.post (
  municipality_id text not null,
  post_id text not null,
  person_id text not null,
  body_id text not null,
  role text not null,
  title text not null,
  valid_from date not null,
  valid_to date,
  primary key (municipality_id, post_id),
  foreign key (municipality_id, person_id) references organisation.person,
  foreign key (municipality_id, body_id) references organisation.body
);
create index post_by_person on organisation.post (municipality_id, person_id);
select platform.guard('organisation.post');

create table organisation.mandate (
  municipality_id text not null,
  mandate_id text not null,
  action text not null,
  organ_kinds text[] not null,
  roles text[] not null,
  scope text not null,
  source text not null,
  cite text not null,
  valid_from date not null,
  valid_to date,
  primary key (municipality_id, mandate_id)
);
create index mandate_by_action on organisation.mandate (municipality_id, action);
select platform.guard('organisation.mandate');

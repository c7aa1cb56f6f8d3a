-- §3.1–3.2, §2.1 What the house keeps beside what is decided and registered: who holds what, what hangs on what, what can be
-- found by its words (model R-2, V-9). Each chapter says what follows from its own; it is written in the same transaction.

create table organisation.holding (
  municipality_id text not null,
  source text not null check (length(source) <= 200),
  thing text not null check (length(thing) <= 300),
  what text not null check (length(what) <= 40),
  person_id text not null,
  body_id text not null,
  name text not null,
  valid_from date not null,
  valid_to date,
  primary key (municipality_id, source, thing, person_id, valid_from)
);
create index holding_by_person on organisation.holding (municipality_id, person_id);
select platform.guard('organisation.holding');

create table decisions.tie (
  municipality_id text not null,
  source text not null check (length(source) <= 200),
  from_thing text not null check (length(from_thing) <= 300),
  to_thing text not null check (length(to_thing) <= 300),
  sort text not null check (length(sort) <= 40),
  valid_from date not null,
  valid_to date,
  primary key (municipality_id, source, from_thing, to_thing, sort, valid_from)
);
create index tie_by_end on decisions.tie (municipality_id, to_thing);
create index tie_by_beginning on decisions.tie (municipality_id, from_thing);
select platform.guard('decisions.tie');

create table decisions.search_row (
  municipality_id text not null,
  source text not null check (length(source) <= 200),
  thing text not null check (length(thing) <= 300),
  kind text not null,
  body_id text not null,
  year integer,
  title text not null,
  text text not null,
  href text not null,
  valid_from date not null,
  primary key (municipality_id, source, thing)
);
select platform.guard('decisions.search_row', secret => 'text');

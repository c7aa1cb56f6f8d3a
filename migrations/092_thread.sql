-- §2.1 The red thread (model V-9): what the ties lead to and from, as each chapter says it, with its name on each day. Kept beside what is
-- decided and registered, and written in the same transaction as the ties.

create table decisions.thread_thing (
  municipality_id text not null,
  source text not null check (length(source) <= 200),
  thing text not null check (length(thing) <= 300),
  what text not null check (length(what) <= 40),
  body_id text not null,
  year integer,
  name text not null,
  href text not null,
  -- The goals of Agenda 2030 that it serves.
  agenda integer[] not null default '{}',
  amount_tkr bigint,
  -- Read by those who have signed in alone.
  inside boolean not null default false,
  valid_from date not null,
  valid_to date,
  primary key (municipality_id, source, thing, valid_from)
);
create index thread_thing_by_id on decisions.thread_thing (municipality_id, thing);
create index thread_thing_by_body on decisions.thread_thing (municipality_id, what, body_id, year);
select platform.guard('decisions.thread_thing', secret => 'name');

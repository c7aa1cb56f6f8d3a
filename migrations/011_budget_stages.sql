-- §2.4 The stages of a budget year: what a proposal said before it was written over (model A-3 – A-8, "who changed what").

create schema if not exists budget;
grant usage on schema budget to tillit_app;

-- The last that each person saved on each day, of each version of a budget or of planning conditions.
create table budget.saved_revision (
  municipality_id text not null,
  matter_id text not null,
  number integer not null,
  saved_on date not null,
  saved_by text not null,
  revision integer not null,
  content jsonb not null,
  primary key (municipality_id, matter_id, number, saved_on, saved_by)
);
select platform.guard('budget.saved_revision', rights => 'select, insert, update');

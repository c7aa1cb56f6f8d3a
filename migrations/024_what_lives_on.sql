-- §3.2, §2.1, §2.3, §2.5 What lives on after a decision stands beside the decided content, which names the owner at the decision:
-- who has it now, how far it has come, what was noted, what was moved, what was measured anew, which controls were carried out.

-- The one truth of who has what (model R-2). A transfer writes only here.
alter table organisation.holding
  -- whom the content names, where a transfer has put another there; null: the person
  add column named_id text,
  -- who handed it over, on what day, and why; null where the content itself put the person there
  add column given_by text,
  add column given_on date,
  add column reason text check (length(reason) <= 1000),
  -- the page where it is worked with
  add column href text check (length(href) <= 300),
  -- what a mandate for it is about ("edit:body-goals"), and the year of its matter
  add column object text generated always as
    (case when source like 'document:%' then 'governing-document' else split_part(source, ':', 1) end) stored,
  add column year integer generated always as
    (substring(source from '^[a-z-]+:[^:]+:([0-9]{4})')::integer) stored;
create index holding_by_thing on organisation.holding (municipality_id, thing);

-- The state, notes, moved dates and realised effect of what is to be done (model V-8, K-4, U-8). Nothing is written over: what is
-- replaced ends, and what is replaced the day that it was written ended the day before.
create table decisions.course (
  municipality_id text not null,
  -- as it was named when it was written; read by its series (decisions.carried_on)
  thing text not null check (length(thing) <= 300),
  entry bigint generated always as identity,
  sort text not null check (sort in ('state', 'note', 'date', 'effect')),
  value text not null check (length(value) <= 2000),
  reason text check (length(reason) <= 1000),
  written_by text not null,
  valid_from date not null,
  valid_to date,
  primary key (municipality_id, thing, entry)
);
select platform.guard('decisions.course', rights => 'select, insert, update');

-- A measured value that is corrected or taken back is kept (model V-7): the highest version is the present one, and one without a
-- value says that it was taken back.
alter table goals.indicator_value
  add column version integer not null default 1 check (version between 1 and 1000),
  -- null in values from before it was kept
  add column registered_on date,
  add column reason text check (length(reason) <= 1000),
  alter column value drop not null,
  drop constraint indicator_value_pkey,
  add primary key (municipality_id, body_id, goal_id, indicator_id, goal_year, measured_on, version);

-- What has been done of the controls of a decided plan (model K-4): each time that one was carried out.
create schema control;
grant usage on schema control to tillit_app;
create table control.carried_out (
  municipality_id text not null,
  body_id text not null,
  year integer not null check (year between 2000 and 2200),
  -- the control's id in the plan
  control_id text not null check (length(control_id) <= 60),
  -- the first time, the second …
  time integer not null check (time between 1 and 400),
  result text not null check (result in ('no-deviation', 'deviation', 'not-done')),
  -- the day that it was carried out, or that it was said not to have been
  done_on date not null,
  sample text not null check (length(sample) <= 500),
  finding text not null check (length(finding) <= 4000),
  measure_text text check (length(measure_text) <= 500),
  measure_due date,
  registered_by text not null,
  valid_from date not null,
  -- taken back, by whom and why
  valid_to date,
  taken_back_by text,
  reason text check (length(reason) <= 1000),
  primary key (municipality_id, body_id, year, control_id, time)
);
select platform.guard('control.carried_out', rights => 'select, insert, update');

-- §2.1 What is measured by sex, unit and area stands beside the whole (model V-7, P-6), and values come in by table and file.

alter table goals.indicator_value
  -- what the value speaks of, where that is another time than its day
  add column period_from date,
  add column period_to date check (period_to >= period_from),
  add column note text check (length(note) <= 500),
  -- how many people it rests on, where that is known
  add column people integer check (people between 0 and 100000000),
  -- the import that brought it
  add column import_number integer;

-- A table or a file of values for one indicator. What it brought can be taken back in one step.
create table goals.value_import (
  municipality_id text not null,
  body_id text not null,
  goal_id text not null check (length(goal_id) <= 60),
  indicator_id text not null check (length(indicator_id) <= 60),
  number integer not null check (number between 1 and 10000),
  goal_year integer not null check (goal_year between 2000 and 2200),
  name text not null check (length(name) between 1 and 200),
  rows integer not null check (rows between 1 and 1000),
  imported_by text not null,
  imported_on date not null,
  undone_by text,
  undone_on date check (undone_on >= imported_on),
  primary key (municipality_id, body_id, goal_id, indicator_id, number)
);
select platform.guard('goals.value_import', rights => 'select, insert, update');

-- A value of some of those whom an indicator speaks of. An empty text says that the part is not of one sex, one unit, one area. Nothing
-- is written over: the highest version is the present one, and one without a value says that it was taken back.
create table goals.indicator_part (
  municipality_id text not null,
  body_id text not null,
  goal_id text not null check (length(goal_id) <= 60),
  indicator_id text not null check (length(indicator_id) <= 60),
  goal_year integer not null check (goal_year between 2000 and 2200),
  measured_on date not null,
  sex text not null check (sex in ('', 'women', 'men')),
  unit_id text not null check (length(unit_id) <= 60),
  area text not null check (length(area) <= 80),
  version integer not null check (version between 1 and 1000),
  value numeric,
  people integer check (people between 0 and 100000000),
  period_from date,
  period_to date check (period_to >= period_from),
  note text check (length(note) <= 500),
  source text not null check (length(source) <= 500),
  registered_by text not null,
  registered_on date not null,
  reason text check (length(reason) <= 1000),
  -- null: a table was taken back, and this is what held before it
  import_number integer,
  primary key (municipality_id, body_id, goal_id, indicator_id, goal_year, measured_on, sex, unit_id, area, version),
  check (sex <> '' or unit_id <> '' or area <> '')
);
select platform.guard('goals.indicator_part', rights => 'select, insert');

-- §2.1 What is measured during the year; the goals themselves are decided versions (model V-7).

create schema goals;
grant usage on schema goals to tillit_app;

create table goals.indicator_value (
  municipality_id text not null,
  body_id text not null,
  goal_id text not null,
  indicator_id text not null,
  measured_on date not null,
  value numeric not null,
  source text not null,
  registered_by text not null,
  -- a goal's id is the body's own: two bodies may use the same
  primary key (municipality_id, body_id, goal_id, indicator_id, measured_on)
);
select platform.guard('goals.indicator_value');

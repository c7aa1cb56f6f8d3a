-- §2.1, §2.3 What a thing is, it stays (model V-6, V-7, A-14).

-- A thing that the rule has taken a stand on at the upgrade, for a person to go through; false when somebody has, and for what
-- has an id that never comes again
alter table decisions.carried_on add column asks boolean not null default false;

-- The year that a value speaks of says which thing it belongs to: two years' things may have had the same id, and both may be
-- measured on one day in January. The owner of the table fills it in for all municipalities at once, past the guards.
alter table goals.indicator_value no force row level security;
alter table goals.indicator_value disable trigger user;
update goals.indicator_value set goal_year = extract(year from measured_on)::integer where goal_year is null;
alter table goals.indicator_value enable trigger user;
alter table goals.indicator_value force row level security;
alter table goals.indicator_value alter column goal_year set not null;
alter table goals.indicator_value drop constraint indicator_value_pkey;
alter table goals.indicator_value add primary key
  (municipality_id, body_id, goal_id, indicator_id, goal_year, measured_on);

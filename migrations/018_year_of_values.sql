-- §2.1 The year that a value speaks of (model V-7): what is counted in January may be of the year before. Values from before
-- this was kept speak of the year of their day.

alter table goals.indicator_value add column goal_year integer check (goal_year between 2000 and 2200);

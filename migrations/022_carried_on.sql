-- §2.1, §2.3 What is carried on from year to year is one thing: a goal of 2028 that goes on in 2029 has one history (model V-6,
-- V-7, A-14). What is decided names its things within its matter, and stays to the letter; here stands which of them are one.

create table decisions.carried_on (
  municipality_id text not null,
  -- matter and id within it: body-goals:socialnamnden:2029/mal-1
  thing text not null check (length(thing) <= 300),
  -- the first thing of those that are one; a thing that stands nowhere here is its own
  series text not null check (length(series) <= 300),
  -- who has said so, and on what day; the system by its rule where nobody has
  settled_by text,
  settled_on date not null,
  primary key (municipality_id, thing)
);
create index carried_on_by_series on decisions.carried_on (municipality_id, series);
select platform.guard('decisions.carried_on');

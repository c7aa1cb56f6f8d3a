-- §3.2 What is done with people and posts is one change that can be read and, before its day, taken back; what is known of people is
-- kept as long as it is needed; who has a protected identity is named to nobody without need (model R-2).

-- Protected identity: from which day, by whom it was noted. Never why: that is told to nobody.
alter table organisation.person
  add column protected_on date,
  add column protected_by text;

-- A change of many posts: a new mandate period, a table that was read in.
create table organisation.people_change (
  municipality_id text not null,
  change_id text not null check (length(change_id) <= 60),
  sort text not null check (sort in ('period', 'table')),
  name text not null check (length(name) <= 200),
  -- the decision behind it: "KF 2026-10-19 § 142"
  decision text check (length(decision) <= 200),
  -- the first day that anything of it holds
  first_day date not null,
  written_by text not null,
  written_on date not null,
  -- what it added and ended, as ids and days: what is needed to take it back
  added_people text[] not null,
  added_posts text[] not null,
  -- the posts that it ended, and the last days that they had before, in the same order
  ended_posts text[] not null,
  ended_before date[] not null,
  taken_back_by text,
  taken_back_on date,
  primary key (municipality_id, change_id)
);
select platform.guard('organisation.people_change', rights => 'select, insert, update');

-- How long what is known of people is kept, where a municipality has decided otherwise than the house begins with.
create table organisation.retention (
  municipality_id text not null,
  kind text not null check (length(kind) <= 40),
  months integer not null check (months between 0 and 600),
  -- the municipality's own decision
  ground text not null check (length(ground) <= 300),
  primary key (municipality_id, kind)
);
select platform.guard('organisation.retention');

-- §2.4 Signals of what happens in the outside world, noted by anyone who has signed in at any time of the year (model A-1). What became of
-- each is read of the external analyses that have gathered it in; nothing here changes once it is written.

create table goals.signal (
  municipality_id text not null,
  signal_id text not null check (signal_id ~ '^[a-z0-9-]{1,60}$'),
  text text not null check (length(text) between 1 and 2000),
  seen_at text not null check (length(seen_at) between 1 and 500),
  -- the strategic goal, and the trend of an earlier analysis, that it has to do with
  goal_id text check (goal_id ~ '^[a-z0-9-]{1,60}$'),
  trend_id text check (trend_id ~ '^[a-z0-9-]{1,60}$'),
  noted_by text not null,
  noted_on date not null,
  noted_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, signal_id),
  foreign key (municipality_id, noted_by) references organisation.person
);
create index signal_by_day on goals.signal (municipality_id, noted_on);
select platform.guard('goals.signal', rights => 'select, insert');
create trigger never_changes before update or delete on goals.signal
  for each row execute function platform.refuse_change();
create trigger never_emptied before truncate on goals.signal
  for each statement execute function platform.refuse_change();

-- §2.1 What a committee or a board has been told of its operations plans' changes during the year (model V-8): which changes, at which
-- meeting, and who noted it. What has been told is not told again, and nothing here changes once it is written.

create schema plans;
grant usage on schema plans to tillit_app;

create table plans.report (
  municipality_id text not null,
  report_id text not null check (report_id ~ '^[a-z0-9-]{1,60}$'),
  body_id text not null,
  year integer not null check (year between 2000 and 2200),
  meeting_day date not null,
  -- the changes as they were told, with their ids
  changes jsonb not null check (jsonb_typeof(changes) = 'array' and jsonb_array_length(changes) between 1 and 500),
  noted_by text not null,
  noted_on date not null check (noted_on >= meeting_day),
  noted_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, report_id),
  foreign key (municipality_id, body_id) references organisation.body,
  foreign key (municipality_id, noted_by) references organisation.person
);
create index report_by_body on plans.report (municipality_id, body_id, year);
select platform.guard('plans.report', 'select, insert', 'changes');
create trigger never_changes before update or delete on plans.report
  for each row execute function platform.refuse_change();

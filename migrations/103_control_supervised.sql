-- §2.3 What is told between the half-year's report and the annual one, what organs have taken note of, who coordinates internal control in
-- each body, and whom the executive has asked for a plan (model K-5). Nothing here changes once it is written.

-- "Since the last meeting", as the director sent it: which controls, deviations and measures, each told once.
create table control.running_report (
  municipality_id text not null,
  report_id text not null check (report_id ~ '^[a-z0-9-]{1,60}$'),
  -- the report of the year that it comes before: as secret as that
  matter_id text not null check (length(matter_id) <= 200),
  body_id text not null,
  year integer not null check (year between 2000 and 2200),
  text text not null check (length(text) <= 4000),
  told jsonb not null check (jsonb_typeof(told) = 'array' and jsonb_array_length(told) <= 500),
  sent_by text not null,
  sent_on date not null,
  sent_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, report_id),
  foreign key (municipality_id, body_id) references organisation.body,
  foreign key (municipality_id, sent_by) references organisation.person
);
create index running_report_by_body on control.running_report (municipality_id, body_id, year);
select platform.guard('control.running_report', 'select, insert', 'text,told');

-- That an organ has taken note of a report at a meeting: a committee of its running ones, the executive of every annual one.
create table control.receipt (
  municipality_id text not null,
  -- "running-report:…", "control-report:socialnamnden:2027"
  thing text not null check (length(thing) between 3 and 200),
  organ_id text not null,
  meeting_day date not null,
  -- what the organ said of it; empty where it took note and no more
  text text not null check (length(text) <= 1000),
  noted_by text not null,
  noted_on date not null check (noted_on >= meeting_day),
  noted_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, thing, organ_id),
  foreign key (municipality_id, organ_id) references organisation.body,
  foreign key (municipality_id, noted_by) references organisation.person
);
select platform.guard('control.receipt', rights => 'select, insert');

-- Who coordinates internal control in a body, as it was named; who has it now is a holding.
create table control.coordinator (
  municipality_id text not null,
  body_id text not null,
  number integer not null check (number between 1 and 500),
  person_id text not null,
  named_by text not null,
  named_on date not null,
  named_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, body_id, number),
  foreign key (municipality_id, body_id) references organisation.body,
  foreign key (municipality_id, person_id) references organisation.person,
  foreign key (municipality_id, named_by) references organisation.person
);
select platform.guard('control.coordinator', rights => 'select, insert');

-- That the executive has asked a body for its plan.
create table control.plan_request (
  municipality_id text not null,
  body_id text not null,
  year integer not null check (year between 2000 and 2200),
  number integer not null check (number between 1 and 20),
  text text not null check (length(text) <= 1000),
  asked_by text not null,
  asked_on date not null,
  asked_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, body_id, year, number),
  foreign key (municipality_id, body_id) references organisation.body,
  foreign key (municipality_id, asked_by) references organisation.person
);
select platform.guard('control.plan_request', rights => 'select, insert');

do $$ declare one regclass; begin
  foreach one in array array['control.running_report', 'control.receipt', 'control.coordinator', 'control.plan_request']::regclass[] loop
    execute format('create trigger never_changes before update or delete on %s
                    for each row execute function platform.refuse_change()', one);
    execute format('create trigger never_emptied before truncate on %s
                    for each statement execute function platform.refuse_change()', one);
  end loop;
end $$;

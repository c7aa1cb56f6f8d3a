-- §3.2 What the council, the executive or a committee asks of somebody in a decision (model R-6): as it was given, and step by step what
-- became of it. Nothing here changes once it is written; how an assignment stands is read of its steps.

create table decisions.assignment (
  municipality_id text not null,
  -- the decision's number and the assignment's place in it: "57-1"
  assignment_id text not null check (assignment_id ~ '^[1-9][0-9]{0,6}-[1-9][0-9]{0,2}$'),
  decision integer not null,
  -- the decision's matter: what is given in one that is secret by law is as secret as that
  matter_id text not null check (length(matter_id) <= 200),
  giver_id text not null,
  given_on date not null,
  text text not null check (length(text) between 1 and 1000),
  to_body_id text not null,
  -- where it is given to somebody by name; else whoever leads the body answers for it
  to_person_id text,
  due date not null check (due >= given_on),
  report text not null check (length(report) between 1 and 500),
  registered_by text not null,
  registered_on date not null,
  registered_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, assignment_id),
  foreign key (municipality_id, decision) references decisions.decision,
  foreign key (municipality_id, giver_id) references organisation.body,
  foreign key (municipality_id, to_body_id) references organisation.body,
  foreign key (municipality_id, to_person_id) references organisation.person,
  foreign key (municipality_id, registered_by) references organisation.person
);
create index assignment_by_decision on decisions.assignment (municipality_id, decision);
create index assignment_by_giver on decisions.assignment (municipality_id, giver_id);
create index assignment_by_receiver on decisions.assignment (municipality_id, to_body_id);
select platform.guard('decisions.assignment', rights => 'select, insert');
create trigger never_changes before update or delete on decisions.assignment
  for each row execute function platform.refuse_change();

create table decisions.assignment_step (
  municipality_id text not null,
  assignment_id text not null,
  step integer not null check (step between 1 and 300),
  matter_id text not null check (length(matter_id) <= 200),
  sort text not null check (sort in ('begun', 'note', 'reported', 'moved', 'returned', 'closed')),
  -- what was done, what was noted, or why; empty where a beginning, or a closing at a meeting, says enough by itself
  text text not null check (length(text) <= 2000),
  -- of what is reported back, and of what is closed at a meeting: when, and where in its minutes
  meeting_day date,
  paragraph text check (length(paragraph) <= 6),
  -- of a day that is moved: to when, and from when
  due date,
  due_before date,
  written_by text not null,
  written_on date not null,
  written_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, assignment_id, step),
  foreign key (municipality_id, assignment_id) references decisions.assignment,
  foreign key (municipality_id, written_by) references organisation.person,
  check ((sort = 'moved') = (due is not null) and (due is null) = (due_before is null)),
  check (sort <> 'reported' or meeting_day is not null),
  check (sort in ('reported', 'closed') or meeting_day is null),
  check (sort in ('begun', 'closed') or text <> ''),
  check (sort <> 'closed' or text <> '' or meeting_day is not null)
);
select platform.guard('decisions.assignment_step', rights => 'select, insert');
create trigger never_changes before update or delete on decisions.assignment_step
  for each row execute function platform.refuse_change();

-- §2.6 Lessons, from where they were learnt to the answer (model P-2, N-3). What became of a lesson is read from the situation
-- analyses that took it up; nothing here changes once it is written.

create schema analysis;
grant usage on schema analysis to tillit_app;

create table analysis.lesson (
  municipality_id text not null,
  lesson_id text not null check (lesson_id ~ '^[a-z0-9-]{1,60}$'),
  body_id text not null,
  year integer not null check (year between 2000 and 2200),
  principle text not null check (principle in ('residents', 'employees', 'whole')),
  text text not null,
  effect_for_residents text not null,
  from_matter text,
  noticed_by text not null,
  noticed_on date not null,
  noticed_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, lesson_id),
  foreign key (municipality_id, body_id) references organisation.body,
  foreign key (municipality_id, noticed_by) references organisation.person
);
create index lesson_by_body on analysis.lesson (municipality_id, body_id, year);
select platform.guard('analysis.lesson', 'select, insert');
create trigger never_changes before update or delete on analysis.lesson
  for each row execute function platform.refuse_change();

create table analysis.answer (
  municipality_id text not null,
  lesson_id text not null,
  text text not null,
  answered_by text not null,
  answered_on date not null,
  primary key (municipality_id, lesson_id),
  foreign key (municipality_id, lesson_id) references analysis.lesson,
  foreign key (municipality_id, answered_by) references organisation.person
);
select platform.guard('analysis.answer', 'select, insert');
create trigger never_changes before update or delete on analysis.answer
  for each row execute function platform.refuse_change();

-- §2.6 Lessons, from where they were learnt to where they are used (model N-3).

create schema analysis;
grant usage on schema analysis to tillit_app;

create table analysis.lesson (
  municipality_id text not null,
  lesson_id text not null,
  body_id text not null,
  year integer not null,
  principle text not null,
  text text not null,
  from_matter text,
  noticed_by text not null,
  noticed_on date not null,
  answer text,
  answered_by text,
  carried_into text,
  primary key (municipality_id, lesson_id)
);
select platform.guard('analysis.lesson');

-- §2.1 What can't be measured is judged by the profession, with grounds, at any time of the year (model V-7). What has been judged is
-- kept: the latest holds.
create table goals.judgement (
  municipality_id text not null,
  body_id text not null,
  goal_id text not null check (length(goal_id) <= 60),
  goal_year integer not null check (goal_year between 2000 and 2200),
  number integer not null check (number between 1 and 1000),
  judgement text not null check (judgement in ('met', 'partly', 'not-met', 'cannot-judge')),
  grounds text not null check (length(grounds) between 1 and 4000),
  judged_by text not null,
  judged_on date not null,
  primary key (municipality_id, body_id, goal_id, goal_year, number)
);
select platform.guard('goals.judgement', rights => 'select, insert');

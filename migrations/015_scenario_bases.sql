-- §2.2 What scenarios start from: a draft is written over when it is saved anew, and a scenario must not change with it (E-9).

create table budget.scenario_base (
  municipality_id text not null,
  matter_id text not null,
  number integer not null,
  revision integer not null,
  content jsonb not null,
  primary key (municipality_id, matter_id, number, revision)
);
-- The draft's own saving is in the log already
select platform.guard('budget.scenario_base', rights => 'select, insert', secret => 'content');

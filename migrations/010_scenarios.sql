-- §2.2 Scenarios: named sets of changes of a budget, the maker's own until shared (model E-9).

create schema if not exists budget;
grant usage on schema budget to tillit_app;

create table budget.scenario (
  municipality_id text not null,
  scenario_id text not null,
  year integer not null,
  owner_id text not null,
  shared boolean not null,
  revision integer not null,
  made_on date not null,
  -- its name and party too: all that nobody else may know before it is shared
  content jsonb not null,
  edited_at timestamptz not null,
  primary key (municipality_id, scenario_id)
);
create index scenario_by_year on budget.scenario (municipality_id, year, owner_id);
-- The change log is read by others: that a private scenario changed is told there, not how
select platform.guard('budget.scenario', secret => 'content');

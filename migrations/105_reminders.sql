-- A-14 Reminders: who wants a letter of what waits, how often and of what; what it last told, so that the next tells what has changed;
-- and what has been told to the nearest manager, once. What a letter says is written when it is sent and stands nowhere.

create schema if not exists year;
grant usage on schema year to tillit_app;

-- How it is where nobody has chosen, and after how long a late thing is told to the nearest manager
create table year.reminder_setting (
  municipality_id text primary key,
  how text not null check (how in ('day', 'week', 'never')),
  weekday smallint not null check (weekday between 1 and 5),
  escalate_days integer not null check (escalate_days between 1 and 365)
);
select platform.guard('year.reminder_setting');

create table year.reminder_choice (
  municipality_id text not null,
  person_id text not null,
  -- null: as the municipality has it
  how text check (how in ('day', 'week', 'never')),
  weekday smallint not null default 1 check (weekday between 1 and 5),
  language text not null default 'sv' check (language in ('sv', 'en')),
  -- the kinds of line that are not wanted
  without text[] not null default '{}' check (cardinality(without) <= 20),
  -- in the links by which a letter ends the next ones: which choice, and what they are signed by
  link_id text not null check (link_id ~ '^[A-Za-z0-9_-]{22}$'),
  secret text not null check (secret ~ '^[A-Za-z0-9_-]{43}$'),
  primary key (municipality_id, person_id)
);
create unique index reminder_choice_by_link on year.reminder_choice (municipality_id, link_id);
select platform.guard('year.reminder_choice', secret => 'secret');

-- What the last letter told, and what the one that is on its way tells: not in the log, since the letter itself is no change
create table year.reminder_told (
  municipality_id text not null,
  person_id text not null,
  told jsonb not null default '[]',
  telling jsonb,
  -- the last day that was looked at, whether there was anything to tell or not
  looked_on date not null,
  primary key (municipality_id, person_id)
);

-- A late thing that the nearest manager is told of: once for each last day that it has had
create table year.reminder_escalation (
  municipality_id text not null,
  thing text not null check (length(thing) <= 300),
  todo text not null,
  due date not null,
  manager_id text not null,
  -- who has it: what it is called is asked anew when the letter is written
  person_id text not null,
  noted_on date not null,
  -- when a letter that told of it was taken by the mail server
  told_on date,
  primary key (municipality_id, thing, todo, due, manager_id)
);
create index reminder_escalation_by_manager on year.reminder_escalation (municipality_id, manager_id) where told_on is null;

do $$
declare
  target regclass;
begin
  foreach target in array array['year.reminder_told', 'year.reminder_escalation']::regclass[] loop
    execute format('alter table %s enable row level security, force row level security', target);
    execute format('create policy own_municipality on %s using (municipality_id = platform.municipality())
                    with check (municipality_id = platform.municipality())', target);
    execute format('grant select, insert, update, delete on %s to %I', target, platform.run_role());
    perform platform.tells(target);
  end loop;
end $$;

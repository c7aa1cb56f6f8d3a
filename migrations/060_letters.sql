-- T-2 A letter lasts until it has been handed to the mail server, or never can be: what it is about stands here, what it says is
-- written when it is sent, so that nothing that opens anything lies in a queue. A job tries each (src/platform/letters/job.ts).

create table platform.letter (
  municipality_id text not null,
  letter_id bigint generated always as identity,
  -- which sort of letter; its chapter writes it
  kind text not null check (kind ~ '^[a-z][a-z0-9-]{0,39}$'),
  person_id text not null,
  -- the account whose address it goes to; null: the person's own
  account_id bigint,
  about jsonb not null,
  -- by-hand: no letters are sent from here, and somebody hands over what it would have said; no-longer: nobody is to have it any more
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'refused', 'by-hand', 'no-longer')),
  tries integer not null default 0,
  -- what the mail server said the last time
  fault text check (length(fault) <= 500),
  posted_at timestamptz not null default now(),
  settled_at timestamptz,
  primary key (municipality_id, letter_id)
);
create index letter_by_person on platform.letter (municipality_id, person_id);
create index letter_by_state on platform.letter (municipality_id, state, letter_id);
alter table platform.letter enable row level security;
alter table platform.letter force row level security;
create policy own_municipality on platform.letter using (municipality_id = platform.municipality())
  with check (municipality_id = platform.municipality());
-- Not in the change log: what it follows from is, and a mail server's words may hold an address
grant select, insert, update, delete on platform.letter to tillit_app;
select platform.tells('platform.letter');

-- §2.4 What awaits a decision is read by all, as it stood on each day (docs/decisions/028).

-- When a version was laid forward is read with it: told by matter, so that a proposal lets go of what is kept of its own matter alone
-- (migration 029).
select platform.tells('decisions.proposal', 'matter_id');

-- What is said of a proposal where it is laid forward: what it changes and why, and what it means seen from the body's own headings (the
-- children's, equality's, the environment's). Beside the proposal; a row where something is said.
create table decisions.proposal_text (
  municipality_id text not null,
  proposal_id bigint not null,
  matter_id text not null,
  why text check (length(why) <= 4000),
  perspectives jsonb not null,
  primary key (municipality_id, proposal_id),
  foreign key (municipality_id, proposal_id) references decisions.proposal
);
select platform.guard('decisions.proposal_text', rights => 'select, insert');
select platform.tells('decisions.proposal_text', 'matter_id');
create trigger never_changes before update or delete on decisions.proposal_text
  for each row execute function platform.refuse_change();
create trigger never_emptied before truncate on decisions.proposal_text
  for each statement execute function platform.refuse_change();

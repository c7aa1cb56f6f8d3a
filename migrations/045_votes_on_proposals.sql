-- §2.4 How the executive's meeting voted on what it proposes to the council, and who reserved against it.
alter table decisions.proposal
  add column votes jsonb,
  add column reservations jsonb not null default '[]',
  add check (paragraph is not null or (votes is null and reservations = '[]'));

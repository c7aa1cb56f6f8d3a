-- §3.3 Register of governing documents and of external law (model D-1, D-2). Both only grow: an edit is a new revision, so
-- that what the register said on an earlier day can be read.

create schema documents;
grant usage on schema documents to tillit_app;

create table documents.governing_document (
  municipality_id text not null,
  document_id text not null check (document_id ~ '^[a-z0-9-]{1,60}$'),
  revision integer not null check (revision >= 1),
  level text not null,
  type text not null,
  title text not null,
  body_id text not null,
  owner_id text not null,
  decision_number integer,
  valid_from date not null,
  valid_to date,
  review_by date,
  address text,
  edited_by text not null,
  edited_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, document_id, revision),
  foreign key (municipality_id, body_id) references organisation.body,
  foreign key (municipality_id, owner_id) references organisation.person,
  foreign key (municipality_id, decision_number) references decisions.decision
);
select platform.guard('documents.governing_document', 'select, insert');
create trigger never_changes before update or delete on documents.governing_document
  for each row execute function platform.refuse_change();

create table documents.external_law (
  municipality_id text not null,
  law_id text not null check (law_id ~ '^[a-z0-9-]{1,60}$'),
  revision integer not null check (revision >= 1),
  title text not null,
  reference text not null,
  kind text not null,
  bodies text[] not null,
  documents text[] not null,
  exercise_of_authority boolean not null,
  appeal text,
  address text,
  edited_by text not null,
  edited_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, law_id, revision),
  check (appeal is not null or not exercise_of_authority)
);
select platform.guard('documents.external_law', 'select, insert');
create trigger never_changes before update or delete on documents.external_law
  for each row execute function platform.refuse_change();

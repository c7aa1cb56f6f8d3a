-- §3.3 Register of governing documents and of external law (model D-1, D-2).

create schema documents;
grant usage on schema documents to tillit_app;

create table documents.governing_document (
  municipality_id text not null,
  document_id text not null,
  revision integer not null default 1,
  level text not null,
  type text not null,
  title text not null,
  body_id text not null,
  owner text not null,
  decision_number integer,
  valid_from date not null,
  valid_to date,
  review_by date,
  primary key (municipality_id, document_id)
);
select platform.guard('documents.governing_document');

create table documents.external_law (
  municipality_id text not null,
  law_id text not null,
  revision integer not null default 1,
  title text not null,
  sfs text not null,
  kind text not null,
  bodies text[] not null,
  exercise_of_authority boolean not null,
  appeal text,
  primary key (municipality_id, law_id)
);
select platform.guard('documents.external_law');

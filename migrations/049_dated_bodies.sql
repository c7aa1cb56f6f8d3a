-- §3 An organisation with time (model R-1): what a body is called and where it stands can change from a day on, as a change that is
-- decided, read as a whole and, before its day, taken back. What holds is read by the day: nothing is to be run when the day comes.

alter table organisation.body
  -- What the municipality owns of a company, in hundredths of a per cent; null: nobody has said.
  add column share_hundredths integer check (share_hundredths between 1 and 10000),
  -- With whom a joint committee or a company is shared: names of municipalities and others.
  add column partners text[] not null default '{}';

create table organisation.reorganisation (
  municipality_id text not null,
  reorganisation_id text not null check (length(reorganisation_id) <= 60),
  name text not null check (length(name) between 1 and 200),
  valid_from date not null,
  reason text not null check (length(reason) between 1 and 2000),
  -- The decision behind it, as its register has it: "KF 2028-04-24 § 61".
  decision text not null check (length(decision) between 1 and 300),
  -- What was asked for, step by step, and what had to be written for it: with the latter it can be taken back.
  steps jsonb not null,
  done jsonb not null,
  registered_by text not null,
  registered_on date not null,
  taken_back_by text,
  taken_back_on date,
  taken_back_reason text check (length(taken_back_reason) <= 2000),
  primary key (municipality_id, reorganisation_id),
  check ((taken_back_on is null) = (taken_back_by is null)),
  check (taken_back_on is null or taken_back_on < valid_from)
);
select platform.guard('organisation.reorganisation', rights => 'select, insert, update');

-- A body from a day on, until the next such row. What it was before the first of them stands in organisation.body.
create table organisation.body_placing (
  municipality_id text not null,
  body_id text not null,
  valid_from date not null,
  name text not null check (length(name) between 1 and 200),
  name_en text check (length(name_en) <= 200),
  parent_id text,
  share_hundredths integer check (share_hundredths between 1 and 10000),
  partners text[] not null default '{}',
  reorganisation_id text not null,
  primary key (municipality_id, body_id, valid_from),
  foreign key (municipality_id, body_id) references organisation.body,
  foreign key (municipality_id, parent_id) references organisation.body,
  foreign key (municipality_id, reorganisation_id) references organisation.reorganisation
);
select platform.guard('organisation.body_placing');

-- Which body goes on with what another was, from when. A body that is split goes on in several; one of them, the main one, has what
-- nobody has divided.
create table organisation.succession (
  municipality_id text not null,
  from_id text not null,
  to_id text not null check (to_id <> from_id),
  valid_from date not null,
  main boolean not null,
  reorganisation_id text not null,
  primary key (municipality_id, from_id, to_id),
  foreign key (municipality_id, from_id) references organisation.body,
  foreign key (municipality_id, to_id) references organisation.body,
  foreign key (municipality_id, reorganisation_id) references organisation.reorganisation
);
create unique index succession_main on organisation.succession (municipality_id, from_id) where main;
select platform.guard('organisation.succession');

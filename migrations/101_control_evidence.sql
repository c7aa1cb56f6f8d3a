-- §2.3 What a control is carried out with (model K-4): samples that are drawn at random, files that show what was found, and that measures
-- are closed with what was done, looked at by another than the one who did it (docs/decisions/059-evidence-in-the-database.md).

-- A sample as it was drawn: with its seed and the hash of its list anyone who has the list can draw it again. The list itself is not kept.
create table control.sample (
  municipality_id text not null,
  sample_id text not null check (sample_id ~ '^[a-z0-9-]{1,60}$'),
  -- the report that the control is told of in: what is drawn is as secret as that
  matter_id text not null check (length(matter_id) <= 200),
  body_id text not null,
  year integer not null check (year between 2000 and 2200),
  control_id text not null check (length(control_id) <= 60),
  -- what the list is, in words
  list_name text not null check (length(list_name) between 1 and 200),
  list_rows integer not null check (list_rows between 1 and 10000),
  list_sha256 text not null check (list_sha256 ~ '^[0-9a-f]{64}$'),
  seed bigint not null check (seed between 1 and 2147483646),
  -- the rows that were drawn, each with its place in the list
  drawn jsonb not null check (jsonb_typeof(drawn) = 'array' and jsonb_array_length(drawn) between 1 and 500),
  drawn_by text not null,
  drawn_on date not null,
  drawn_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, sample_id),
  foreign key (municipality_id, body_id) references organisation.body,
  foreign key (municipality_id, drawn_by) references organisation.person
);
create index sample_by_control on control.sample (municipality_id, body_id, year, control_id);
select platform.guard('control.sample', 'select, insert', 'drawn');
create trigger never_changes before update or delete on control.sample
  for each row execute function platform.refuse_change();
create trigger never_emptied before truncate on control.sample
  for each statement execute function platform.refuse_change();

-- A file that shows what a control found, of one time that it was carried out. One that was wrong is taken away with its reason: then its
-- content goes, and what is told of it stays.
create table control.evidence (
  municipality_id text not null,
  evidence_id text not null check (evidence_id ~ '^[a-z0-9-]{1,60}$'),
  matter_id text not null check (length(matter_id) <= 200),
  body_id text not null,
  year integer not null check (year between 2000 and 2200),
  control_id text not null check (length(control_id) <= 60),
  time integer not null,
  filename text not null check (length(filename) between 1 and 200),
  -- by what it holds, whatever it is called
  sort text not null check (sort in ('pdf', 'png', 'jpeg', 'text', 'workbook', 'word')),
  size integer not null check (size between 1 and 10000000),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- the provision of OSL, chapter:section, by which it is secret; null where it is not
  ground text check (ground ~ '^[0-9]{1,2}:[0-9]{1,2}$'),
  added_by text not null,
  added_on date not null,
  added_at timestamptz not null default clock_timestamp(),
  removed_on date check (removed_on >= added_on),
  removed_by text,
  reason text check (length(reason) between 1 and 500),
  primary key (municipality_id, evidence_id),
  foreign key (municipality_id, body_id, year, control_id, time) references control.carried_out,
  foreign key (municipality_id, added_by) references organisation.person,
  check ((removed_on is null) = (removed_by is null) and (removed_on is null) = (reason is null))
);
create index evidence_by_control on control.evidence (municipality_id, body_id, year, control_id);
select platform.guard('control.evidence', 'select, insert, update', 'filename');

-- Small pieces: a row of what leaves in a backup or a handover is never heavy.
create table control.evidence_piece (
  municipality_id text not null,
  evidence_id text not null,
  number integer not null check (number between 0 and 200),
  bytes bytea not null check (octet_length(bytes) between 1 and 65536),
  primary key (municipality_id, evidence_id, number),
  foreign key (municipality_id, evidence_id) references control.evidence
);
-- Pictures and papers are packed already
alter table control.evidence_piece alter column bytes set storage external;
alter table control.evidence_piece enable row level security;
alter table control.evidence_piece force row level security;
create policy own_municipality on control.evidence_piece using (municipality_id = platform.municipality())
  with check (municipality_id = platform.municipality());
-- Not in the change log: the file's own row is, with the SHA-256 of all its pieces
select platform.tells('control.evidence_piece');
grant select, insert, delete on control.evidence_piece to tillit_app;
create trigger never_changes before update on control.evidence_piece
  for each row execute function platform.refuse_change();

-- Of what is told of a file only that it was taken away is ever added.
create function control.keep_evidence() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.removed_on is null and new.removed_on is not null
    and (to_jsonb(new) - array['removed_on', 'removed_by', 'reason']) = (to_jsonb(old) - array['removed_on', 'removed_by', 'reason'])
  then return new; end if;
  raise exception 'evidence % never changes', old.evidence_id using errcode = 'TL002';
end $$;
create trigger keep_evidence before update or delete on control.evidence
  for each row execute function control.keep_evidence();
create trigger never_emptied before truncate on control.evidence
  for each statement execute function platform.refuse_change();

-- Whom a measure was given to with its control: who has it now is a holding. Null in what was registered before.
alter table control.carried_out add column measure_responsible text;

-- What another than the one who did it says of a measure that is said to be done.
create table control.measure_check (
  municipality_id text not null,
  thing text not null check (length(thing) between 3 and 300),
  -- the entry of its course that said that it was done
  entry bigint not null,
  verdict text not null check (verdict in ('enough', 'not-enough')),
  text text not null check (length(text) between 1 and 2000),
  checked_by text not null,
  checked_on date not null,
  checked_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, thing, entry),
  foreign key (municipality_id, checked_by) references organisation.person
);
select platform.guard('control.measure_check', rights => 'select, insert');
create trigger never_changes before update or delete on control.measure_check
  for each row execute function platform.refuse_change();
create trigger never_emptied before truncate on control.measure_check
  for each statement execute function platform.refuse_change();

-- §3.2 Secrecy with its ground in law (OSL 2009:400): a matter that is marked is read by its own line, those named in it and auditors,
-- in all its versions, until the marking is ended (docs/decisions/026). Beside the content, so that nothing that is hashed changes.
create table decisions.secrecy (
  municipality_id text not null,
  matter_id text not null,
  entry bigint generated always as identity,
  -- the provision, "26:1"
  ground text not null check (ground ~ '^[0-9]{1,2}:[0-9]{1,2}$'),
  note text not null check (length(note) <= 1000),
  marked_by text not null,
  marked_on date not null,
  ended_on date,
  ended_by text,
  reason text check (length(reason) <= 1000),
  primary key (municipality_id, matter_id, entry),
  foreign key (municipality_id, matter_id) references decisions.matter,
  check ((ended_on is null) = (ended_by is null) and (ended_on is null) = (reason is null)),
  check (ended_on >= marked_on)
);
select platform.guard('decisions.secrecy', rights => 'select, insert, update');
create unique index one_open_marking on decisions.secrecy (municipality_id, matter_id) where ended_on is null;

-- What was marked, why and by whom stays as it was; a marking is ended once
create function decisions.keep_marking() returns trigger language plpgsql as $$
begin
  if old.ended_on is null and new.ended_on is not null
     and to_jsonb(new) - '{ended_on,ended_by,reason}'::text[] = to_jsonb(old) - '{ended_on,ended_by,reason}'::text[] then
    return new;
  end if;
  raise exception 'the marking of % stays as it was', old.matter_id using errcode = 'TL002';
end $$;
create trigger keep_marking before update on decisions.secrecy
  for each row execute function decisions.keep_marking();

-- §3.2 What a decision was prepared by (model R-5; KL 5:26 ff.): which organ proposed it and when, which exemption in law was used,
-- and what was changed at the meeting.

-- Who laid a version forward, revision by revision: what is written on afterwards is no longer what was proposed. With a paragraph
-- where the organ itself decided on its proposal at a meeting; without, where it was laid forward for it to be dealt with.
create table decisions.proposal (
  municipality_id text not null,
  proposal_id bigint generated always as identity,
  matter_id text not null,
  number integer not null,
  revision integer not null,
  organ_id text not null,
  proposed_by text not null,
  proposed_on date not null,
  decided_on date,
  paragraph text check (length(paragraph) <= 10),
  reference text check (length(reference) <= 60),
  primary key (municipality_id, proposal_id),
  check ((decided_on is null) = (paragraph is null) and (paragraph is null) = (reference is null)),
  check (decided_on is null or decided_on <= proposed_on)
);
select platform.guard('decisions.proposal', rights => 'select, insert');
create index proposal_of_version on decisions.proposal (municipality_id, matter_id, number);
create trigger never_changes before update or delete on decisions.proposal
  for each row execute function platform.refuse_change();
create trigger never_emptied before truncate on decisions.proposal
  for each statement execute function platform.refuse_change();

-- A proposal that is changed at the meeting stays as it was proposed; the change is the next version. Once the change is thrown away
-- it is no longer open; `change_from` is the revision with which the next begins, so that none of it comes twice.
create table decisions.meeting_change (
  municipality_id text not null,
  matter_id text not null,
  number integer not null,
  is_open boolean not null,
  change_from integer not null,
  primary key (municipality_id, matter_id, number),
  foreign key (municipality_id, matter_id, number) references decisions.version
);
select platform.guard('decisions.meeting_change', rights => 'select, insert, update');

-- One open version a matter, beside the proposal that it changes
drop index decisions.one_open_version;
create function decisions.one_open_version() returns trigger language plpgsql as $$
begin
  if (select count(*) from decisions.version v where v.municipality_id = new.municipality_id and v.matter_id = new.matter_id
      and v.state in ('draft', 'proposed') and not exists (
        select 1 from decisions.meeting_change c where c.municipality_id = v.municipality_id and c.matter_id = v.matter_id
          and c.number = v.number and c.is_open)) > 1 then
    raise exception 'two open versions of %', new.matter_id using errcode = 'unique_violation';
  end if;
  return null;
end $$;
create trigger one_open_version after insert or update on decisions.version
  for each row execute function decisions.one_open_version();

create or replace function decisions.keep_decided() returns trigger language plpgsql as $$
begin
  if old.state in ('draft', 'proposed') then
    -- What the meeting changed is kept as it was proposed, once the change is decided
    if exists (
      select 1 from decisions.meeting_change c join decisions.version v using (municipality_id, matter_id)
      where c.municipality_id = old.municipality_id and c.matter_id = old.matter_id and c.number = old.number and c.is_open
        and v.number = c.number + 1 and v.content_sha256 is not null) then
      raise exception 'version % of % was proposed and decided with changes, and never changes', old.number, old.matter_id
        using errcode = 'TL002';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and old.state = 'decided' and new.state = 'superseded'
     and to_jsonb(new) - 'state' = to_jsonb(old) - 'state' then
    return new;
  end if;
  raise exception 'version % of % is decided and never changes', old.number, old.matter_id using errcode = 'TL002';
end $$;

-- Nor is it forgotten that the meeting changed it
create function decisions.keep_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and not exists (select 1 from decisions.version v where v.municipality_id = old.municipality_id
      and v.matter_id = old.matter_id and v.number = old.number + 1 and v.content_sha256 is not null) then
    return new;
  end if;
  raise exception 'version % of % was decided with changes', old.number, old.matter_id using errcode = 'TL002';
end $$;
create trigger keep_change before update or delete on decisions.meeting_change
  for each row execute function decisions.keep_change();
create trigger never_emptied before truncate on decisions.meeting_change
  for each statement execute function platform.refuse_change();

-- A change that is thrown away takes its facts with it
grant delete on decisions.version_fact to tillit_app;

-- Null for what was decided before it was kept: the hashes of those hold without it.
alter table decisions.decision add column preparation jsonb;

-- Those who may register what their organ proposes to the council (KL 5:26), where the municipality's own mandates stand.
alter table organisation.mandate no force row level security;
alter table organisation.mandate disable trigger user;
insert into organisation.mandate (municipality_id, mandate_id, action, organ_kinds, roles, scope, source, cite, valid_from, valid_to)
  select municipality_id, 'propose-to-council', 'propose:*', '{executive,committee,joint-committee,electoral}', '{chair,secretary}',
    'group', 'Kommunallagen 5 kap. 26 §: nämnderna bereder fullmäktiges ärenden', 'KL 5:26', min(valid_from), null
  from organisation.mandate group by municipality_id
  on conflict do nothing;
alter table organisation.mandate enable trigger user;
alter table organisation.mandate force row level security;

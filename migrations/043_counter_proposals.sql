-- §2.4, §3.2 What a party or a member puts against what has been laid before a body for decision (motförslag, yrkande).
create table decisions.counter_proposal (
  municipality_id text not null,
  matter_id text not null,
  number integer not null check (number >= 1),
  -- the version that it lies beside, and the body before which that lay
  version integer not null,
  organ_id text not null,
  party text not null check (length(party) between 1 and 80),
  sentence text not null check (length(sentence) between 10 and 200),
  text text not null check (length(text) <= 4000),
  -- what a scenario makes of the matter, frozen with it; null where it is said in words alone
  scenario text check (length(scenario) <= 120),
  content jsonb,
  -- over all of this
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  laid_by text not null,
  laid_on date not null,
  withdrawn_on date,
  primary key (municipality_id, matter_id, number),
  foreign key (municipality_id, matter_id, version) references decisions.version,
  check ((scenario is null) = (content is null)),
  check (withdrawn_on >= laid_on)
);
-- The content can be large; the hash holds it
select platform.guard('decisions.counter_proposal', rights => 'select, insert, update', secret => 'content');
create trigger never_emptied before truncate on decisions.counter_proposal
  for each statement execute function platform.refuse_change();

-- What was laid stays as it was laid; it is withdrawn once, and never after the decision
create function decisions.keep_counter_proposal() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.withdrawn_on is null and new.withdrawn_on is not null
     and to_jsonb(new) - 'withdrawn_on' = to_jsonb(old) - 'withdrawn_on'
     and not exists (select 1 from decisions.version v where v.municipality_id = old.municipality_id
       and v.matter_id = old.matter_id and v.number >= old.version and v.content_sha256 is not null) then
    return new;
  end if;
  raise exception 'counter-proposal % of % stays as it was laid', old.number, old.matter_id using errcode = 'TL002';
end $$;
create trigger keep_counter_proposal before update or delete on decisions.counter_proposal
  for each row execute function decisions.keep_counter_proposal();

-- Those who take part in a body's decisions, where the municipality's own mandates stand; the change log says of each what was added.
do $$
declare
  one text;
begin
  perform set_config('tillit.person', 'uppgradering', true);
  perform set_config('tillit.why', 'Mandat att lägga motförslag (§3.2)', true);
  for one in select municipality_id from platform.municipality loop
    perform set_config('tillit.municipality', one, true);
    insert into organisation.mandate (municipality_id, mandate_id, action, organ_kinds, roles, scope, source, cite, valid_from, valid_to)
      select municipality_id, 'counter-propose', 'counter:*', '{council,executive,committee,joint-committee,electoral,company}',
        '{chair,secretary,member}', 'own', 'Rätten att lägga yrkanden: fullmäktiges arbetsordning och nämndernas reglementen', '§3.2',
        min(valid_from), null
      from organisation.mandate where municipality_id = one group by municipality_id
      on conflict do nothing;
  end loop;
end $$;

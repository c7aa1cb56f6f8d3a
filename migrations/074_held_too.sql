-- §3.2, §2.5 Nothing is ownerless (model R-2): what an action plan has taken to somebody, and what somebody is asked to do, is held and
-- follows the posts as all else.

-- Who had a request when it ended, where it had come to another than the one who was asked
alter table organisation.request add column ended_with text check (ended_with is null or outcome is not null);

create or replace function organisation.keep_request() returns trigger language plpgsql as $$
declare
  answered constant text[] := '{outcome,answer,ended_on,ended_with}';
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - answered - 'seen_on' = to_jsonb(old) - answered - 'seen_on'
     and (old.outcome is null or to_jsonb(new) - 'seen_on' = to_jsonb(old) - 'seen_on') then
    return new;
  end if;
  raise exception 'request % stays as it was asked', old.request_id using errcode = 'TL002';
end $$;

-- What was taken to somebody and asked before it was held: from now on it is. Where that person has left since, the next start finds who
-- has it (what is held by somebody without a post follows the posts then).
do $$
declare
  one text;
begin
  perform set_config('tillit.person', 'uppgradering', true);
  perform set_config('tillit.why', 'Det som är lyft till någon och det som någon är ombedd om har en ansvarig (§3.2)', true);
  for one in select municipality_id from platform.municipality loop
    perform set_config('tillit.municipality', one, true);
    insert into organisation.holding (municipality_id, source, thing, what, person_id, body_id, name, valid_from, href)
    select one, m.matter_id,
      m.matter_id || '/escalation/' || left(encode(sha256(convert_to(v.content #>> '{escalation,text}', 'UTF8')), 'hex'), 12),
      'escalation', v.content #>> '{escalation,to}', m.body_id,
      left(trim(regexp_replace(v.content #>> '{escalation,text}', '\s+', ' ', 'g')), 200),
      d.decided_on, '/uppfoljning/atgardsplan/' || m.body_id || '/' || m.year
    from decisions.matter m
    join decisions.version v on v.municipality_id = one and v.matter_id = m.matter_id and v.state = 'decided'
    join decisions.decision d on d.municipality_id = one and d.matter_id = v.matter_id and d.version_number = v.number
    where m.municipality_id = one and m.kind = 'action-plan' and v.content #>> '{escalation,to}' is not null
    on conflict do nothing;
    insert into organisation.holding (municipality_id, source, thing, what, person_id, body_id, name, valid_from, href)
    select one, 'request:' || request_id, 'request:' || request_id, 'request', to_person, body_id, 'Begäran ' || request_id, asked_on,
      '/beslut/begaran#begaran-' || request_id
    from organisation.request where municipality_id = one and outcome is null
    on conflict do nothing;
  end loop;
  perform set_config('tillit.municipality', '', true);
end $$;

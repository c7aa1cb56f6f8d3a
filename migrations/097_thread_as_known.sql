-- §2.1 A day of the red thread shows what was known at its end: what was registered later than it was decided begins, and what it ended
-- ends, when it was registered.
do $$
declare
  one text;
begin
  perform set_config('tillit.person', 'uppgradering', true);
  perform set_config('tillit.why', 'Den röda tråden visar en dag det som var känt då (§2.1)', true);
  for one in select municipality_id from platform.municipality loop
    perform set_config('tillit.municipality', one, true);
    update decisions.thread_thing th set valid_to = d.registered_on - 1 from decisions.decision d
      where th.municipality_id = one and d.municipality_id = one and d.matter_id = th.source
        and d.registered_on > d.decided_on and th.valid_to = d.decided_on - 1;
    update decisions.tie t set valid_to = d.registered_on - 1 from decisions.decision d
      where t.municipality_id = one and d.municipality_id = one and d.matter_id = t.source
        and d.registered_on > d.decided_on and t.valid_to = d.decided_on - 1;
    update decisions.thread_thing th set valid_from = d.registered_on from decisions.decision d
      where th.municipality_id = one and d.municipality_id = one and d.matter_id = th.source
        and d.registered_on > d.decided_on and th.valid_from = d.decided_on
        and coalesce(th.valid_to, d.registered_on) >= d.registered_on
        and not exists (select from decisions.thread_thing o where o.municipality_id = one and o.source = th.source
          and o.thing = th.thing and o.valid_from = d.registered_on)
        and (select count(*) from decisions.decision o where o.municipality_id = one and o.matter_id = d.matter_id
          and o.decided_on = d.decided_on) = 1;
    update decisions.tie t set valid_from = d.registered_on from decisions.decision d
      where t.municipality_id = one and d.municipality_id = one and d.matter_id = t.source
        and d.registered_on > d.decided_on and t.valid_from = d.decided_on
        and coalesce(t.valid_to, d.registered_on) >= d.registered_on
        and not exists (select from decisions.tie o where o.municipality_id = one and o.source = t.source
          and o.from_thing = t.from_thing and o.to_thing = t.to_thing and o.sort = t.sort and o.valid_from = d.registered_on)
        and (select count(*) from decisions.decision o where o.municipality_id = one and o.matter_id = d.matter_id
          and o.decided_on = d.decided_on) = 1;
    update decisions.thread_thing th set valid_from = a.registered_on from decisions.assignment a
      where th.municipality_id = one and a.municipality_id = one and th.source = 'assignment:' || a.assignment_id
        and a.registered_on > a.given_on and th.valid_from = a.given_on
        and coalesce(th.valid_to, a.registered_on) >= a.registered_on;
    update decisions.tie t set valid_from = a.registered_on from decisions.assignment a
      where t.municipality_id = one and a.municipality_id = one and t.source = 'assignment:' || a.assignment_id
        and a.registered_on > a.given_on and t.valid_from = a.given_on
        and coalesce(t.valid_to, a.registered_on) >= a.registered_on;
  end loop;
  perform set_config('tillit.municipality', '', true);
end $$;

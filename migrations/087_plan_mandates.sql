-- §2.1, §3.2 A unit's plan is its manager's, a company's operations plan its managing director's, and the chair or the secretary notes
-- that the changes of the year's plans have been told (model V-8, P-2). Municipalities that are here get the mandates of the model;
-- where somebody has been given the same already, nothing is added.
do $$
declare
  one text;
begin
  perform set_config('tillit.person', 'uppgradering', true);
  perform set_config('tillit.why', 'Enheternas planer och planernas ändringar får sina mandat (§2.1)', true);
  for one in select municipality_id from platform.municipality loop
    perform set_config('tillit.municipality', one, true);
    insert into organisation.mandate
        (municipality_id, mandate_id, action, organ_kinds, roles, scope, source, cite, valid_from, valid_to)
      select one, given.id, given.action, given.organ_kinds, given.roles, 'own', given.source, given.cite, date '2019-01-01', null
      from (values
        ('enhetsplan-skriva', 'edit:unit-plan', array['unit', 'department'], array['unit-manager', 'department-manager'],
          'Första linjens chef: min enhets plan', '§2.1'),
        ('enhetsplan-besluta', 'decide:unit-plan', array['unit', 'department'], array['unit-manager', 'department-manager'],
          'Första linjens chef: min enhets plan', '§2.1'),
        ('verksamhetsplan-bolag-skriva', 'edit:operations-plan', array['company'], array['managing-director'],
          'Bolagsordning och ägardirektiv', '§2.1'),
        ('verksamhetsplan-bolag-besluta', 'decide:operations-plan', array['company'], array['managing-director'],
          'Bolagsordning och ägardirektiv', '§2.1'),
        ('planandringar-anmala', 'edit:plan-change', array['executive', 'committee', 'joint-committee', 'electoral', 'company'],
          array['chair', 'secretary'], 'Organet får veta vad som har ändrats i verksamhetsplanen', '§2.1')
      ) as given (id, action, organ_kinds, roles, source, cite)
      where exists (select from organisation.mandate where municipality_id = one)
        and not exists (select from organisation.mandate m
          where m.municipality_id = one and m.action = given.action and m.organ_kinds && given.organ_kinds
            and m.roles && given.roles)
    on conflict do nothing;
  end loop;
  perform set_config('tillit.municipality', '', true);
end $$;

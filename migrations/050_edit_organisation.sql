-- §3.2 Who keeps the organisation in order (model R-1, R-2): the system manager and the municipal director, in municipalities that are
-- here; and a department's manager has what a unit's manager has, since a department stands between administration and unit.
do $$
declare
  one text;
begin
  perform set_config('tillit.person', 'uppgradering', true);
  perform set_config('tillit.why', 'Organisationen får ändras av systemförvaltaren och kommunchefen (§3.2)', true);
  for one in select municipality_id from platform.municipality loop
    perform set_config('tillit.municipality', one, true);
    insert into organisation.mandate
        (municipality_id, mandate_id, action, organ_kinds, roles, scope, source, cite, valid_from, valid_to)
      select one, given.id, 'edit:organisation', array['administration'], array[given.role], 'group', given.source, '§3.2',
        date '2019-01-01', null
      from (values
        ('sf-organisation', 'system-manager',
          'Systemförvaltarens uppdrag: håller ordning på organisation, personer och behörigheter'),
        ('kc-organisation', 'municipal-director', 'Kommunchefens uppdrag: leder och samordnar förvaltningen')
      ) as given (id, role, source)
      where exists (select from organisation.mandate where municipality_id = one)
      on conflict do nothing;
    update organisation.mandate set organ_kinds = organ_kinds || array['department']
      where municipality_id = one and 'unit' = any (organ_kinds) and not 'department' = any (organ_kinds);
  end loop;
  perform set_config('tillit.municipality', '', true);
end $$;

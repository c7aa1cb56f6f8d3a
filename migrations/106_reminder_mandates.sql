-- A-14 The system manager and the municipal director say how reminders are where nobody has chosen. Municipalities that are here get the
-- mandates of the model.
do $$
declare
  one text;
begin
  perform set_config('tillit.person', 'uppgradering', true);
  perform set_config('tillit.why', 'Systemförvaltaren ställer in kommunens påminnelser (§2.4)', true);
  for one in select municipality_id from platform.municipality loop
    perform set_config('tillit.municipality', one, true);
    insert into organisation.mandate
        (municipality_id, mandate_id, action, organ_kinds, roles, scope, source, cite, valid_from, valid_to)
      select one, given.id, 'manage:reminder', array['administration'], array[given.role], 'group', given.source, '§2.4', date '2019-01-01', null
      from (values
        ('sf-paminnelser', 'system-manager', 'Systemförvaltarens uppdrag: håller ordning på organisation, personer och behörigheter'),
        ('kc-paminnelser', 'municipal-director', 'Kommunchefens uppdrag: leder och samordnar förvaltningen')) as given (id, role, source)
      where exists (select from organisation.mandate where municipality_id = one)
      on conflict do nothing;
  end loop;
  perform set_config('tillit.municipality', '', true);
end $$;

-- §2.5 The executive decides on further follow-ups of a year, which the chief executive and the chief financial officer prepare, and each
-- committee and board reports at them as at the others (model U-5). Municipalities that are here get the mandates of the model; where
-- somebody has been given the same already, nothing is added. Their wheels are as they were: the days that stood in the program are read
-- with a wheel that was decided before it had them.
do $$
declare
  one text;
begin
  perform set_config('tillit.person', 'uppgradering', true);
  perform set_config('tillit.why', 'De extra uppföljningarna får sina mandat (§2.5)', true);
  for one in select municipality_id from platform.municipality loop
    perform set_config('tillit.municipality', one, true);
    insert into organisation.mandate
        (municipality_id, mandate_id, action, organ_kinds, roles, scope, source, cite, valid_from, valid_to)
      select one, given.id, given.action, given.organ_kinds, given.roles, given.scope, given.source, '§2.5', date '2019-01-01', null
      from (values
        ('extra-tillfallen-besluta', 'decide:extra-occasions', array['executive'], array['chair', 'secretary'],
          'own', 'Kommunstyrelsens reglemente'),
        ('extra-tillfallen-skriva', 'edit:extra-occasions', array['administration'], array['municipal-director', 'finance-director'],
          'served', 'Kommunchefens uppdrag: leder och samordnar beredningen'),
        ('extra-uppfoljning-besluta', 'decide:extra-follow-up', array['executive', 'committee', 'joint-committee', 'electoral', 'company'], array['chair', 'secretary'],
          'own', 'Organets reglemente, för bolag bolagsordning och ägardirektiv'),
        ('extra-uppfoljning-forvaltning', 'edit:extra-follow-up', array['administration'], array['administration-director', 'controller', 'municipal-director', 'finance-director'],
          'served', 'Förvaltningen bereder nämndens ärenden (reglemente)'),
        ('extra-uppfoljning-skriva', 'edit:extra-follow-up', array['executive', 'committee', 'joint-committee', 'electoral', 'company'], array['chair', 'secretary', 'managing-director'],
          'own', 'Organet bereder sina egna ärenden (reglemente, bolagsordning)')
      ) as given (id, action, organ_kinds, roles, scope, source)
      where exists (select from organisation.mandate where municipality_id = one)
        and not exists (select from organisation.mandate m
          where m.municipality_id = one and m.action = given.action and m.organ_kinds && given.organ_kinds
            and m.roles && given.roles)
    on conflict do nothing;
  end loop;
  perform set_config('tillit.municipality', '', true);
end $$;

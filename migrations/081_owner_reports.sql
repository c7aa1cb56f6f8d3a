-- §3.2 Part-owned companies report shortly to their owner, written by their own or registered by the executive's administration (model
-- R-8). Municipalities that are here get the mandates of the model; one that has written its own of it keeps that.
do $$
declare
  one text;
begin
  perform set_config('tillit.person', 'uppgradering', true);
  perform set_config('tillit.why', 'Delägda bolag rapporterar kort till ägaren (§3.2)', true);
  for one in select municipality_id from platform.municipality loop
    perform set_config('tillit.municipality', one, true);
    insert into organisation.mandate
        (municipality_id, mandate_id, action, organ_kinds, roles, scope, source, cite, valid_from, valid_to)
      select one, given.* from (values
        ('agarrapport-skriv', 'edit:owner-report', array['part-owned-company'], array['chair', 'secretary', 'managing-director'],
          'own', 'Bolagsordning och ägardirektiv', '§3.2', date '2019-01-01', null::date),
        ('agarrapport-beslut', 'decide:owner-report', array['part-owned-company'], array['chair', 'secretary', 'managing-director'],
          'own', 'Bolagsordning och ägardirektiv', '§3.2', date '2019-01-01', null),
        ('agarrapport-registrera', 'edit:owner-report', array['administration'], array['municipal-director', 'finance-director'],
          'group', 'Kommunstyrelsens uppsikt (kommunallagen 6 kap. 1 §)', '§3.2', date '2019-01-01', null),
        ('agarrapport-registrera-beslut', 'decide:owner-report', array['administration'],
          array['municipal-director', 'finance-director'],
          'group', 'Kommunstyrelsens uppsikt (kommunallagen 6 kap. 1 §)', '§3.2', date '2019-01-01', null)
      ) as given (id, action, organ_kinds, roles, scope, source, cite, valid_from, valid_to)
      where exists (select from organisation.mandate where municipality_id = one)
        and not exists (select from organisation.mandate m where m.municipality_id = one and m.action like '%:owner-report')
      on conflict do nothing;
  end loop;
  perform set_config('tillit.municipality', '', true);
end $$;

-- §2.3 The executive sets risks for all and judges the whole of internal control each year, its administration prepares that and asks bodies
-- for their plans, and organs take note of reports (model K-5). Municipalities that are here get the mandates of the model; where somebody
-- has been given the same already, nothing is added.
do $$
declare
  one text;
begin
  perform set_config('tillit.person', 'uppgradering', true);
  perform set_config('tillit.why', 'Kommunstyrelsens uppsikt över den interna kontrollen får sina mandat (§2.3)', true);
  for one in select municipality_id from platform.municipality loop
    perform set_config('tillit.municipality', one, true);
    insert into organisation.mandate
        (municipality_id, mandate_id, action, organ_kinds, roles, scope, source, cite, valid_from, valid_to)
      select one, given.id, given.action, given.organ_kinds, given.roles, given.scope, given.source, '§2.3', date '2019-01-01', null
      from (values
        ('gemensamma-risker-skriva', 'edit:group-risks', array['administration'], array['municipal-director', 'finance-director', 'controller'],
          'served', 'Förvaltningen bereder kommunstyrelsens ärenden (reglemente)'),
        ('gemensamma-risker-bereda', 'edit:group-risks', array['executive'], array['chair', 'secretary'],
          'own', 'Organet bereder sina egna ärenden (reglemente)'),
        ('gemensamma-risker-besluta', 'decide:group-risks', array['executive'], array['chair', 'secretary'],
          'own', 'Kommunstyrelsens ansvar för den interna kontrollen i kommunen'),
        ('kontrollbedomning-skriva', 'edit:control-judgement', array['administration'], array['municipal-director', 'finance-director', 'controller'],
          'served', 'Förvaltningen bereder kommunstyrelsens ärenden (reglemente)'),
        ('kontrollbedomning-bereda', 'edit:control-judgement', array['executive'], array['chair', 'secretary'],
          'own', 'Organet bereder sina egna ärenden (reglemente)'),
        ('kontrollbedomning-besluta', 'decide:control-judgement', array['executive'], array['chair', 'secretary'],
          'own', 'Kommunstyrelsens ansvar för den interna kontrollen i kommunen'),
        ('kontrollrapport-ta-emot', 'edit:control-receipt', array['executive', 'committee', 'joint-committee', 'electoral', 'company'],
          array['chair', 'secretary'], 'own', 'Organet tar emot rapporter om intern kontroll')
      ) as given (id, action, organ_kinds, roles, scope, source)
      where exists (select from organisation.mandate where municipality_id = one)
        and not exists (select from organisation.mandate m
          where m.municipality_id = one and m.action = given.action and m.organ_kinds && given.organ_kinds
            and m.roles && given.roles)
    on conflict do nothing;
  end loop;
  perform set_config('tillit.municipality', '', true);
end $$;

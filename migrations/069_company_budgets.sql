-- §2.2 Company boards decide a budget of their own kind, and the internal budget is the committees' (model E-1, E-6, KL 10:2–3, 11:6).
-- First-line managers write their unit's part of the committee's internal budget (model R-2). Municipalities that are here get the
-- mandates of the model; what a municipality has written itself is not touched: only the rows that are as the list had them.
do $$
declare
  one text;
begin
  perform set_config('tillit.person', 'uppgradering', true);
  perform set_config('tillit.why', 'Bolagen har en egen budget, och enhetscheferna skriver sin del av internbudgeten (§2.2)', true);
  for one in select municipality_id from platform.municipality loop
    perform set_config('tillit.municipality', one, true);
    update organisation.mandate
      set organ_kinds = '{executive,committee,joint-committee,electoral}', source = 'Organets reglemente'
      where municipality_id = one and action = 'decide:internal-budget' and scope = 'own'
        and organ_kinds = '{executive,committee,joint-committee,electoral,company}';
    update organisation.mandate
      set organ_kinds = '{executive,committee,joint-committee,electoral}', roles = '{chair,secretary}',
        source = 'Organet bereder sina egna ärenden (reglemente)'
      where municipality_id = one and action = 'edit:internal-budget' and scope = 'own'
        and organ_kinds = '{executive,committee,joint-committee,electoral,company}'
        and roles = '{chair,secretary,managing-director}';
    insert into organisation.mandate
        (municipality_id, mandate_id, action, organ_kinds, roles, scope, source, cite, valid_from, valid_to)
      select one, given.* from (values
        ('bolagsbudget-beslut', 'decide:company-budget', array['company'], array['chair', 'secretary'], 'own',
          'Bolagsordning och ägardirektiv', '§2.2', date '2019-01-01', null::date),
        ('bolagsbudget-skriv', 'edit:company-budget', array['company'], array['chair', 'secretary', 'managing-director'], 'own',
          'Bolagsordning och ägardirektiv', '§2.2', date '2019-01-01', null),
        ('internbudget-enhet', 'edit:internal-budget', array['unit'], array['unit-manager'], 'own',
          'Delegerat budgetansvar till första linjens chef', '§2.2', date '2019-01-01', null)
      ) as given (id, action, organ_kinds, roles, scope, source, cite, valid_from, valid_to)
      where exists (select from organisation.mandate where municipality_id = one)
        and not exists (select from organisation.mandate m
          where m.municipality_id = one and m.action = given.action and m.organ_kinds && given.organ_kinds
            and m.roles && given.roles)
      on conflict do nothing;
  end loop;
  perform set_config('tillit.municipality', '', true);
end $$;

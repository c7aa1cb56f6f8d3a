-- §3.2 Who may what, as the model gives it (model R-2, R-3, P-4).

-- Whoever writes a body's matter can ask somebody else to write it too, for a while: the group's finance director a committee's
-- report, a unit's manager a part of the committee's action plan.
create table decisions.co_writer (
  municipality_id text not null,
  matter_id text not null check (length(matter_id) <= 200),
  entry bigint generated always as identity,
  person_id text not null,
  valid_from date not null,
  valid_to date not null,
  reason text not null check (length(reason) <= 1000),
  asked_by text not null,
  asked_on date not null,
  -- taken back before its last day, by whom; it holds until the day before
  ended_on date,
  ended_by text,
  primary key (municipality_id, matter_id, entry),
  check (valid_to >= valid_from),
  check ((ended_on is null) = (ended_by is null))
);
select platform.guard('decisions.co_writer', rights => 'select, insert, update');

-- Mandates that reached further than the model gives, in municipalities that were set up with the first list of mandates. What a
-- municipality has written itself is not touched: only the rows that are as the list had them. A decision keeps the mandate that it
-- was taken by. A municipality at a time, so that the change log says what was changed where, and why.
do $$
declare
  one text;
begin
  perform set_config('tillit.person', 'uppgradering', true);
  perform set_config('tillit.why', 'Mandat som räckte längre än modellen ger (§3.2)', true);
  for one in select municipality_id from platform.municipality loop
    perform set_config('tillit.municipality', one, true);
    -- the group's own reports and budget; others' by request only
    update organisation.mandate set scope = 'council'
      where municipality_id = one and scope = 'group' and organ_kinds = '{administration}'
        and roles = '{municipal-director,finance-director}'
        and action in ('edit:vision', 'edit:strategic-goals', 'edit:budget', 'edit:interim-report', 'edit:annual-report');
    update organisation.mandate set scope = 'served'
      where municipality_id = one and scope = 'group' and organ_kinds = '{administration}'
        and roles = '{municipal-director,finance-director}'
        and action in ('edit:planning-conditions', 'edit:environment-analysis', 'edit:year-wheel');
    -- a unit's own action plan, and the values that one is named for
    update organisation.mandate set scope = 'own'
      where municipality_id = one and scope = 'served' and organ_kinds = '{unit}' and roles = '{unit-manager}'
        and action = 'edit:action-plan';
    delete from organisation.mandate
      where municipality_id = one and scope = 'served' and organ_kinds = '{unit}' and roles = '{unit-manager}'
        and action = 'edit:indicator-value';
    -- every employee has a voice (§1.1)
    update organisation.mandate
      set roles = '{administration-director,controller,municipal-director,finance-director,employee}'
      where municipality_id = one and scope = 'served' and organ_kinds = '{administration}'
        and roles = '{administration-director,controller,municipal-director,finance-director}' and action = 'edit:lesson';
    -- one's own areas' laws, and shared ones by the municipal director
    if exists (select from organisation.mandate where municipality_id = one and action = 'edit:external-law'
        and scope = 'group' and organ_kinds = '{administration}' and roles = '{municipal-director,administration-director}') then
      update organisation.mandate set roles = '{municipal-director}'
        where municipality_id = one and action = 'edit:external-law' and scope = 'group'
          and organ_kinds = '{administration}' and roles = '{municipal-director,administration-director}';
      insert into organisation.mandate
          (municipality_id, mandate_id, action, organ_kinds, roles, scope, source, cite, valid_from, valid_to) values
        (one, 'extern-styrning-forvaltning', 'edit:external-law', '{administration}', '{administration-director}', 'served',
          'Förvaltningschefens uppdrag: håller reda på den externa styrningen av det egna området', '§3.3', '2019-01-01', null),
        (one, 'extern-styrning-bolag', 'edit:external-law', '{company}', '{managing-director}', 'own',
          'Bolagsordning och ägardirektiv', '§3.3', '2019-01-01', null)
      on conflict do nothing;
    end if;
    -- what had nobody: the decision of a unit's and an administration's own action plan, a company's lessons, the auditors' reading
    insert into organisation.mandate
        (municipality_id, mandate_id, action, organ_kinds, roles, scope, source, cite, valid_from, valid_to)
      select one, given.* from (values
        ('atgardsplan-enhet', 'decide:action-plan', array['unit'], array['unit-manager'], 'own',
          'Delegerat budgetansvar till första linjens chef', '§2.5', date '2019-01-01', null::date),
        ('atgardsplan-forvaltning', 'decide:action-plan', array['administration'],
          array['administration-director', 'municipal-director'], 'own',
          'Förvaltningschefens ansvar för förvaltningens ekonomi', '§2.5', date '2019-01-01', null),
        ('lardomar-bolag', 'edit:lesson', array['company'], array['managing-director', 'employee'], 'own',
          'Medarbetarens inflytande och eget ansvar', '§1.1', date '2019-01-01', null),
        ('svar-bolag', 'answer:lesson', array['company'], array['managing-director'], 'own',
          'Bolagsordning och ägardirektiv', '§2.6', date '2019-01-01', null),
        ('andringslogg-revisorer', 'read:change-log', array['audit'], array['auditor'], 'group',
          'Kommunallagen 12 kap. 9 §: revisorerna får de upplysningar som granskningen behöver', 'KL 12:9',
          date '2019-01-01', null),
        ('andringslogg-kommunchef', 'read:change-log', array['administration'], array['municipal-director'], 'group',
          'Kommunchefens uppdrag: leder och samordnar förvaltningen', '§3.2', date '2019-01-01', null),
        ('styrdokument-bolag', 'edit:governing-document', array['company'], array['managing-director'], 'own',
          'Bolagsordning och ägardirektiv', '§3.3', date '2019-01-01', null)
      ) as given (id, action, organ_kinds, roles, scope, source, cite, valid_from, valid_to)
      where exists (select from organisation.mandate where municipality_id = one)
        and not exists (select from organisation.mandate m
          where m.municipality_id = one and m.action = given.action and m.organ_kinds && given.organ_kinds
            and m.roles && given.roles)
    on conflict do nothing;
  end loop;
  perform set_config('tillit.municipality', '', true);
end $$;

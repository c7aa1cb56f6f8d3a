-- §3.2 A system manager keeps the organisation, its people and who may do what in order (model R-2, R-3), and reads what has been
-- changed and tried. Municipalities that are here get the mandates of the model; nobody holds the post before somebody is given it.
do $$
declare
  one text;
begin
  perform set_config('tillit.person', 'uppgradering', true);
  perform set_config('tillit.why', 'Systemförvaltaren får läsa loggarna (§3.2)', true);
  for one in select municipality_id from platform.municipality loop
    perform set_config('tillit.municipality', one, true);
    insert into organisation.mandate
        (municipality_id, mandate_id, action, organ_kinds, roles, scope, source, cite, valid_from, valid_to)
      select one, given.*, array['administration'], array['system-manager'], 'group',
        'Systemförvaltarens uppdrag: håller ordning på organisation, personer och behörigheter', '§3.2', date '2019-01-01', null
      from (values ('sf-sakerhetslogg', 'read:security-log'), ('sf-andringslogg', 'read:change-log')) as given (id, action)
      where exists (select from organisation.mandate where municipality_id = one)
      on conflict do nothing;
  end loop;
  perform set_config('tillit.municipality', '', true);
end $$;

-- §3.2 The chair or the secretary of the organ that gives an assignment registers it, moves its day, sends it back and closes it (model
-- R-6). Municipalities that are here get the mandate of the model; where somebody has been given the same already, nothing is added.
do $$
declare
  one text;
begin
  perform set_config('tillit.person', 'uppgradering', true);
  perform set_config('tillit.why', 'Organen ger uppdrag och avslutar dem (§3.2)', true);
  for one in select municipality_id from platform.municipality loop
    perform set_config('tillit.municipality', one, true);
    insert into organisation.mandate
        (municipality_id, mandate_id, action, organ_kinds, roles, scope, source, cite, valid_from, valid_to)
      select one, 'uppdrag-ge', 'edit:assignment', array['council', 'executive', 'committee', 'joint-committee', 'electoral'],
        array['chair', 'secretary'], 'own', 'Organet följer upp de uppdrag som det ger', '§3.2', date '2019-01-01', null
      where exists (select from organisation.mandate where municipality_id = one)
        and not exists (select from organisation.mandate m
          where m.municipality_id = one and m.action = 'edit:assignment'
            and m.organ_kinds && array['council', 'executive', 'committee', 'joint-committee', 'electoral']
            and m.roles && array['chair', 'secretary'])
    on conflict do nothing;
  end loop;
  perform set_config('tillit.municipality', '', true);
end $$;

-- §3.2 Who keeps the accounts in order, and whose accounts must have a second factor (model R-2, T-2).

create table organisation.second_factor_role (
  municipality_id text not null,
  role text not null,
  primary key (municipality_id, role)
);
select platform.guard('organisation.second_factor_role');

do $$
declare
  one text;
begin
  perform set_config('tillit.person', 'uppgradering', true);
  perform set_config('tillit.why', 'Systemförvaltaren och kommunchefen förvaltar kontona (§3.2)', true);
  for one in select municipality_id from platform.municipality loop
    perform set_config('tillit.municipality', one, true);
    insert into organisation.mandate
        (municipality_id, mandate_id, action, organ_kinds, roles, scope, source, cite, valid_from, valid_to)
      select one, given.id, 'manage:account', array['administration'], array[given.role], 'group', given.source, '§3.2', date '2019-01-01', null
      from (values
        ('sf-konton', 'system-manager', 'Systemförvaltarens uppdrag: håller ordning på organisation, personer och behörigheter'),
        ('kc-konton', 'municipal-director', 'Kommunchefens uppdrag: leder och samordnar förvaltningen')) as given (id, role, source)
      where exists (select from organisation.mandate where municipality_id = one)
      on conflict do nothing;
  end loop;
  perform set_config('tillit.municipality', '', true);
end $$;

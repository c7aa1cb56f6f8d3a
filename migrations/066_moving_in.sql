-- §2.4, §3 A municipality moves in: the day from which it is followed here, how far its setting up has come, and who sets it up.

alter table platform.municipality
  -- what was to be done before this day was done elsewhere, and is never late here; null: from the beginning
  add column started_on date;

-- What somebody has said of a step of the setting up, where what there is does not say it by itself.
create table organisation.setup_step (
  municipality_id text not null,
  step text not null check (step ~ '^[a-z-]{1,40}$'),
  state text not null check (state in ('done', 'later')),
  set_by text not null,
  set_on date not null,
  primary key (municipality_id, step)
);
select platform.guard('organisation.setup_step');

do $$
declare
  one text;
begin
  perform set_config('tillit.person', 'uppgradering', true);
  perform set_config('tillit.why', 'Systemförvaltaren lägger upp kommunen (§3.2)', true);
  for one in select municipality_id from platform.municipality loop
    perform set_config('tillit.municipality', one, true);
    insert into organisation.mandate
        (municipality_id, mandate_id, action, organ_kinds, roles, scope, source, cite, valid_from, valid_to)
      select one, given.id, 'edit:setup', array['administration'], array[given.role], 'group', given.source, '§3.2', date '2019-01-01', null
      from (values
        ('sf-uppstart', 'system-manager', 'Systemförvaltarens uppdrag: håller ordning på organisation, personer och behörigheter'),
        ('kc-uppstart', 'municipal-director', 'Kommunchefens uppdrag: leder och samordnar förvaltningen')) as given (id, role, source)
      where exists (select from organisation.mandate where municipality_id = one)
      on conflict do nothing;
  end loop;
  perform set_config('tillit.municipality', '', true);
end $$;

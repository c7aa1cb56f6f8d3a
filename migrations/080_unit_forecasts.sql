-- §2.5 A unit's own forecast at an occasion of follow-up, written by its manager (model R-2, U-8). What has been sent stays as it was
-- sent: what is changed is a forecast of its own, so that its history can be read.
create schema followup;
grant usage on schema followup to tillit_app;

create table followup.unit_forecast (
  municipality_id text not null,
  unit_id text not null,
  year integer not null check (year between 2000 and 2999),
  occasion text not null check (occasion in ('follow-up', 'interim-report')),
  number integer not null check (number between 1 and 500),
  content jsonb not null,
  -- the unit's budget and outcome as they were when it was written
  facts jsonb not null,
  saved_on date not null,
  saved_by text not null,
  sent_on date check (sent_on >= saved_on),
  primary key (municipality_id, unit_id, year, occasion, number)
);
select platform.guard('followup.unit_forecast', rights => 'select, insert, update');
create trigger never_emptied before truncate on followup.unit_forecast
  for each statement execute function platform.refuse_change();

create function followup.keep_sent() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.sent_on is null then return new; end if;
  raise exception 'forecast % of % has been sent', old.number, old.unit_id using errcode = 'TL002';
end $$;
create trigger keep_sent before update or delete on followup.unit_forecast
  for each row execute function followup.keep_sent();

-- Municipalities that are here get the mandate of the model; one that has written its own of it keeps that.
do $$
declare
  one text;
begin
  perform set_config('tillit.person', 'uppgradering', true);
  perform set_config('tillit.why', 'Enhetscheferna skriver sin enhets prognos (§2.5)', true);
  for one in select municipality_id from platform.municipality loop
    perform set_config('tillit.municipality', one, true);
    insert into organisation.mandate
        (municipality_id, mandate_id, action, organ_kinds, roles, scope, source, cite, valid_from, valid_to)
      select one, 'prognos-enhet', 'edit:unit-forecast', array['unit', 'department'], array['unit-manager'], 'own',
        'Delegerat budgetansvar till första linjens chef', '§2.5', date '2019-01-01', null
      where exists (select from organisation.mandate where municipality_id = one)
        and not exists (select from organisation.mandate where municipality_id = one and action = 'edit:unit-forecast')
      on conflict do nothing;
  end loop;
  perform set_config('tillit.municipality', '', true);
end $$;

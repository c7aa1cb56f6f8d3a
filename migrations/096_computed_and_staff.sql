-- §2.1 A value that was computed of a source (model V-7): what the source said, and which state of it, so that it is seen when that changes.

alter table goals.indicator_value
  -- what the source said; the value itself may be another, and then its note says why
  add column computed_value numeric,
  -- the state of the source: which accounts, which month's staff figures, which population
  add column computed_of text check (length(computed_of) between 1 and 200),
  -- what it was divided by, where whoever reports wrote that
  add column computed_number numeric check (computed_number > 0),
  add check ((computed_value is null) = (computed_of is null));

-- §2.5 What the payroll system says of those who work here: by unit, month, sex and age. An import is one row with all that it brought, so
-- that the log and its seals tell of it by one hash; a month's figures are those of the newest import that has the month and is not undone.
create schema staff;
grant usage on schema staff to tillit_app;

create table staff.import (
  municipality_id text not null,
  number integer not null check (number between 1 and 100000),
  name text not null check (length(name) between 1 and 200),
  file_sha256 text not null check (length(file_sha256) = 64),
  -- "2028-04"
  months text[] not null check (cardinality(months) between 1 and 120),
  rows integer not null check (rows between 1 and 20000),
  figures jsonb not null,
  imported_by text not null,
  imported_on date not null,
  undone_by text,
  undone_on date check (undone_on >= imported_on),
  primary key (municipality_id, number)
);
select platform.guard('staff.import', rights => 'select, insert, update', secret => 'figures');

-- Whoever reads in the accounts reads in the staff figures. Municipalities that are here get the mandate of the model; where somebody has
-- been given the same already, nothing is added.
do $$
declare
  one text;
begin
  perform set_config('tillit.person', 'uppgradering', true);
  perform set_config('tillit.why', 'Personaluppgifter läses in (§2.5)', true);
  for one in select municipality_id from platform.municipality loop
    perform set_config('tillit.municipality', one, true);
    insert into organisation.mandate
        (municipality_id, mandate_id, action, organ_kinds, roles, scope, source, cite, valid_from, valid_to)
      select one, 'personaluppgifter', 'import:staff-figures', array['administration'], array['finance-director', 'controller'], 'served',
        'Uppföljning av personal, som av ekonomi', '§2.5', date '2019-01-01', null
      where exists (select from organisation.mandate where municipality_id = one)
        and not exists (select from organisation.mandate m
          where m.municipality_id = one and m.action = 'import:staff-figures')
    on conflict do nothing;
  end loop;
  perform set_config('tillit.municipality', '', true);
end $$;

-- KL 11:12–14 What a decided report leaves when its year has ended: the result reserve, and the deficits to restore with how they are
-- restored. The budgets and reports of later years begin with it (model E-7, U-9).
create table budget.balance_left (
  municipality_id text not null,
  kind text not null check (kind in ('interim-report', 'annual-report')),
  year integer not null check (year between 2000 and 2200),
  decision integer not null,
  decided_on date not null,
  content jsonb not null,
  primary key (municipality_id, decision)
);
select platform.guard('budget.balance_left', rights => 'select, insert');

-- The same of what was decided before: read once from the annual reports of that time. They told a reserve's change and not what it held,
-- which the budget in force does; a deficit from before had no year, and is taken as the year before's.
alter table decisions.version no force row level security;
alter table decisions.matter no force row level security;
alter table decisions.decision no force row level security;
alter table budget.balance_left no force row level security;
alter table budget.balance_left disable trigger user;

insert into budget.balance_left (municipality_id, kind, year, decision, decided_on, content)
  select told.municipality_id, told.kind, told.year, told.number, told.decided_on, jsonb_build_object(
    'reserveTkr', greatest(0, told.held_tkr - told.moved_tkr),
    'deficits', (
      select coalesce(jsonb_agg(jsonb_build_object('year', of.year, 'amountTkr', of.tkr, 'restoreBy', of.year + 3) order by of.year), '[]')
      from (values (told.year - 1, told.left_tkr - greatest(0, -told.balance_tkr)), (told.year, greatest(0, -told.balance_tkr)))
        as of (year, tkr)
      where of.tkr > 0),
    'plans', '[]'::jsonb)
  from (
    select v.municipality_id, m.kind, m.year, d.number, d.decided_on,
      (select (line ->> 'tkr')::bigint from jsonb_array_elements(v.content #> '{data,group,balanceRequirement}') line
        where line ->> 'row' = 'balance-result') as balance_tkr,
      coalesce((select (line ->> 'tkr')::bigint from jsonb_array_elements(v.content #> '{data,group,balanceRequirement}') line
        where line ->> 'row' = 'to-restore'), 0) as left_tkr,
      coalesce((v.content #>> '{group,balanceRequirement,reserveTkr}')::bigint, 0) as moved_tkr,
      coalesce((
        select (b.content #>> '{position,reserveTkr}')::bigint
        from decisions.version b join decisions.matter of using (municipality_id, matter_id)
        where of.municipality_id = m.municipality_id and of.kind = 'budget' and of.year = m.year and b.state = 'decided'
        limit 1), 0) as held_tkr
    from decisions.decision d
    join decisions.version v
      on v.municipality_id = d.municipality_id and v.matter_id = d.matter_id and v.number = d.version_number
    join decisions.matter m on m.municipality_id = d.municipality_id and m.matter_id = d.matter_id
    where m.kind = 'annual-report'
      and jsonb_typeof(v.content #> '{data,group,balanceRequirement}') = 'array'
  ) told
  where told.balance_tkr is not null;

alter table budget.balance_left enable trigger user;
alter table decisions.version force row level security;
alter table decisions.matter force row level security;
alter table decisions.decision force row level security;
alter table budget.balance_left force row level security;

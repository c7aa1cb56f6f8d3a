-- §3.2 What the house asks of a matter without knowing its content (model R-3, R-5, A-13, D-1).

-- A body may have several matters of a kind and year, told apart by a key in the matter's id.
alter table decisions.matter add column key text not null default '' check (key ~ '^[a-z0-9-]{0,60}$');
alter table decisions.matter drop constraint matter_municipality_id_kind_body_id_year_key;
alter table decisions.matter add unique (municipality_id, kind, body_id, year, key);

-- Facts of a version, given by its chapter when it is saved: which part of the year it is about, and the last day that its
-- content names. They follow from the content, and are no part of what is decided and hashed.
create table decisions.version_fact (
  municipality_id text not null,
  matter_id text not null,
  number integer not null,
  occasion text check (length(occasion) <= 40),
  valid_to date,
  primary key (municipality_id, matter_id, number),
  foreign key (municipality_id, matter_id, number) references decisions.version
);
select platform.guard('decisions.version_fact', rights => 'select, insert, update');

-- The first year that a municipality is followed for here: what belongs to a year before it was done elsewhere.
alter table platform.municipality add column first_year integer check (first_year between 2000 and 2200);

-- What an internal budget rests on: asked for when the council has changed the allocation since.
create table budget.internal_allocation (
  municipality_id text not null,
  matter_id text not null,
  number integer not null,
  allocated_tkr bigint not null,
  primary key (municipality_id, matter_id, number)
);
select platform.guard('budget.internal_allocation', rights => 'select, insert, update, delete');

-- The same for what was saved before: read once from the contents of that time. The owner of the tables does it for all
-- municipalities at once, past the guards that hold for everybody else, and puts them back.
alter table decisions.version no force row level security;
alter table decisions.matter no force row level security;
alter table decisions.decision no force row level security;
alter table decisions.version_fact no force row level security;
alter table platform.municipality no force row level security;
alter table budget.internal_allocation no force row level security;
alter table decisions.version_fact disable trigger user;
alter table platform.municipality disable trigger user;
alter table budget.internal_allocation disable trigger user;

insert into decisions.version_fact (municipality_id, matter_id, number, occasion, valid_to)
  select v.municipality_id, v.matter_id, v.number,
    case m.kind
      when 'control-report' then v.content ->> 'period'
      when 'demography-true-up' then v.content ->> 'occasion'
      when 'budget' then case when v.edited_at >= make_date(m.year, 1, 1) and exists (
          select 1 from decisions.decision earlier
          where earlier.municipality_id = v.municipality_id and earlier.matter_id = v.matter_id
            and earlier.version_number < v.number) then 'supplementary' else 'original' end
    end,
    case when m.kind = 'vision' then (v.content ->> 'validTo')::date end
  from decisions.version v join decisions.matter m using (municipality_id, matter_id);
insert into budget.internal_allocation (municipality_id, matter_id, number, allocated_tkr)
  select v.municipality_id, v.matter_id, v.number, round((v.content #>> '{allocation,amountTkr}')::numeric)
  from decisions.version v join decisions.matter m using (municipality_id, matter_id)
  where m.kind = 'internal-budget' and v.content #>> '{allocation,amountTkr}' is not null;
update platform.municipality p
  set first_year = (select min(m.year) from decisions.matter m where m.municipality_id = p.municipality_id and m.kind = 'budget');

alter table decisions.version_fact enable trigger user;
alter table platform.municipality enable trigger user;
alter table budget.internal_allocation enable trigger user;
alter table decisions.version force row level security;
alter table decisions.matter force row level security;
alter table decisions.decision force row level security;
alter table decisions.version_fact force row level security;
alter table platform.municipality force row level security;
alter table budget.internal_allocation force row level security;

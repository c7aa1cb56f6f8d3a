-- §2.5 Which unit a code in the accounts (ansvar) belongs to, from when to when: one unit at a time (model T-4). The outcome
-- follows the voucher's own date.

-- A range of one text, so that "the same code" can stand beside "days that overlap" in one constraint, without an extension.
create type organisation.code_range as range (subtype = text, collation = "C");

create table organisation.ledger_code (
  municipality_id text not null,
  -- The SIE dimension: 1 is the responsible unit.
  dimension text not null check (dimension ~ '^[0-9]{1,9}$'),
  code text not null check (length(code) between 1 and 100),
  body_id text not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (municipality_id, dimension, code, valid_from),
  foreign key (municipality_id, body_id) references organisation.body,
  constraint one_unit_at_a_time exclude using gist (
    organisation.code_range(municipality_id || ' ' || dimension || ' ' || code,
                            municipality_id || ' ' || dimension || ' ' || code, '[]') with &&,
    daterange(valid_from, valid_to, '[]') with &&)
);
create index ledger_code_by_body on organisation.ledger_code (municipality_id, body_id);
select platform.guard('organisation.ledger_code');

-- What several bodies had at the same time before this was looked for: nobody has chosen between them, so none of them has it
-- until somebody does.
create table organisation.ledger_code_claim (
  municipality_id text not null,
  dimension text not null,
  code text not null,
  body_id text not null,
  primary key (municipality_id, dimension, code, body_id),
  foreign key (municipality_id, body_id) references organisation.body
);
select platform.guard('organisation.ledger_code_claim', rights => 'select, delete');

-- The bodies' codes of that time, for all municipalities at once, past the guards that hold for everybody else.
alter table organisation.body no force row level security;
alter table organisation.ledger_code no force row level security;
alter table organisation.ledger_code_claim no force row level security;
alter table organisation.ledger_code disable trigger user;
alter table organisation.ledger_code_claim disable trigger user;

create temporary table told on commit drop as
  select distinct b.municipality_id, trim(c.code) as code, b.body_id, b.valid_from, b.valid_to
  from organisation.body b cross join unnest(b.ledger_codes) c (code)
  where trim(c.code) <> '' and (b.valid_to is null or b.valid_to >= b.valid_from);
create temporary table disputed on commit drop as
  select distinct one.municipality_id, one.code
  from told one join told other using (municipality_id, code)
  where one.body_id <> other.body_id
    and daterange(one.valid_from, one.valid_to, '[]') && daterange(other.valid_from, other.valid_to, '[]');
insert into organisation.ledger_code (municipality_id, dimension, code, body_id, valid_from, valid_to)
  select t.municipality_id, '1', t.code, t.body_id, t.valid_from, t.valid_to from told t
  where not exists (select 1 from disputed d where d.municipality_id = t.municipality_id and d.code = t.code);
insert into organisation.ledger_code_claim (municipality_id, dimension, code, body_id)
  select t.municipality_id, '1', t.code, t.body_id from told t join disputed d using (municipality_id, code);

alter table organisation.ledger_code enable trigger user;
alter table organisation.ledger_code_claim enable trigger user;
alter table organisation.body force row level security;
alter table organisation.ledger_code force row level security;
alter table organisation.ledger_code_claim force row level security;
alter table organisation.body drop column ledger_codes;

-- A row's unit is read where its code belongs on its day, and written nowhere else.
drop index ledger.voucher_row_by_body;
alter table ledger.voucher_row drop column body_id;
create index voucher_row_by_code on ledger.voucher_row (municipality_id, import_id, code, account, day);

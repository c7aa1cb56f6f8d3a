-- §2.5 The accounts as they came from the accounting system (SIE 4).

create schema ledger;
grant usage on schema ledger to tillit_app;

create table ledger.import (
  municipality_id text not null,
  import_id integer not null,
  file_sha256 text not null,
  filename text not null,
  program text not null,
  year integer not null,
  first_day date not null,
  last_day date not null,
  vouchers integer not null,
  rows integer not null,
  imported_on date not null,
  imported_by text not null,
  undone boolean not null default false,
  primary key (municipality_id, import_id)
);
create unique index same_file_once on ledger.import (municipality_id, file_sha256) where not undone;
select platform.guard('ledger.import', 'select, insert, update');

create table ledger.voucher_row (
  municipality_id text not null,
  import_id integer not null,
  row_number integer not null,
  voucher text not null,
  day date not null,
  text text not null,
  account text not null,
  code text,
  body_id text,
  amount_ore bigint not null,
  primary key (municipality_id, import_id, row_number),
  foreign key (municipality_id, import_id) references ledger.import
);
create index voucher_row_by_body on ledger.voucher_row (municipality_id, import_id, body_id, account, day);
-- Hundreds of thousands of rows a year: the import itself is in the change log, with the file's hash
alter table ledger.voucher_row enable row level security;
alter table ledger.voucher_row force row level security;
create policy own_municipality on ledger.voucher_row using (municipality_id = platform.municipality())
  with check (municipality_id = platform.municipality());
grant select, insert on ledger.voucher_row to tillit_app;
create trigger never_changes before update or delete on ledger.voucher_row
  for each row execute function platform.refuse_change();

create table ledger.account (
  municipality_id text not null,
  import_id integer not null,
  account text not null,
  name text not null,
  primary key (municipality_id, import_id, account),
  foreign key (municipality_id, import_id) references ledger.import
);
select platform.guard('ledger.account', 'select, insert');

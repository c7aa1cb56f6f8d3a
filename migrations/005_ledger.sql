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
  undone_on date,
  undone_by text,
  primary key (municipality_id, import_id)
);
create unique index same_file_once on ledger.import (municipality_id, file_sha256) where undone_on is null;
create index import_by_year on ledger.import (municipality_id, year, import_id);
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

create table ledger.account (
  municipality_id text not null,
  import_id integer not null,
  account text not null,
  name text not null,
  primary key (municipality_id, import_id, account),
  foreign key (municipality_id, import_id) references ledger.import
);

-- What the file says that an account held when a year began and ended (#IB, #UB): debit is positive.
create table ledger.balance (
  municipality_id text not null,
  import_id integer not null,
  year integer not null,
  account text not null,
  opening_ore bigint not null,
  closing_ore bigint not null,
  primary key (municipality_id, import_id, year, account),
  foreign key (municipality_id, import_id) references ledger.import
);

-- Hundreds of thousands of rows a year: the import itself is in the change log, with the file's hash, and what it brought
-- never changes.
do $$ declare brought regclass; begin
  foreach brought in array array['ledger.voucher_row', 'ledger.account', 'ledger.balance']::regclass[] loop
    execute format('alter table %s enable row level security', brought);
    execute format('alter table %s force row level security', brought);
    execute format('create policy own_municipality on %s using (municipality_id = platform.municipality())
                    with check (municipality_id = platform.municipality())', brought);
    execute format('grant select, insert on %s to tillit_app', brought);
    execute format('create trigger never_changes before update or delete on %s
                    for each row execute function platform.refuse_change()', brought);
    execute format('create trigger never_emptied before truncate on %s
                    for each statement execute function platform.refuse_change()', brought);
  end loop;
end $$;

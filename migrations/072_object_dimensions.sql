-- §2.5 Bodies are told apart in the accounts by more than the responsible unit (model T-4): a municipality says which of the ledger's
-- dimensions tell whose a row is, in which order, and a body may have a range of codes.

-- 1. A range: codes that begin alike and end in as many figures, from the one to the other (100–199, P10–P49). Two bodies still never
-- have one code on one day: what a code begins with, and the number that it ends with, stand in the constraint.
alter table organisation.ledger_code
  add column code_to text,
  add constraint a_range_goes_up check (
    length(code_to) = length(code) and code_to collate "C" > code collate "C" and code ~ '[0-9]$'
    and regexp_replace(code_to, '[0-9]{1,18}$', '') = regexp_replace(code, '[0-9]{1,18}$', '')),
  drop constraint one_unit_at_a_time,
  add constraint one_unit_at_a_time exclude using gist (
    municipality_id with =, dimension with =, length(code) with =,
    regexp_replace(code, '[0-9]{1,18}$', '') with =,
    int8range(coalesce(substring(code from '[0-9]{1,18}$'), '0')::bigint,
              coalesce(substring(coalesce(code_to, code) from '[0-9]{1,18}$'), '0')::bigint, '[]') with &&,
    daterange(valid_from, valid_to, '[]') with &&);

-- 2. Which dimensions tell it, the first first. A municipality that has said nothing goes by the responsible unit (1) alone.
create table ledger.body_dimension (
  municipality_id text not null,
  dimension text not null check (dimension ~ '^[0-9]{1,9}$'),
  precedence integer not null check (precedence between 1 and 5),
  primary key (municipality_id, dimension)
);
select platform.guard('ledger.body_dimension');

-- 3. What a row carries beside the responsible unit ({"6": "1001"}; null: nothing, and in what was read in before this was kept), and
-- what the file calls its dimensions and their codes.
alter table ledger.voucher_row add column objects jsonb;
create table ledger.dimension (
  municipality_id text not null,
  import_id integer not null,
  dimension text not null,
  name text not null,
  primary key (municipality_id, import_id, dimension),
  foreign key (municipality_id, import_id) references ledger.import
);
create table ledger.object (
  municipality_id text not null,
  import_id integer not null,
  dimension text not null,
  code text not null,
  name text not null,
  primary key (municipality_id, import_id, dimension, code),
  foreign key (municipality_id, import_id) references ledger.import
);
do $$ declare brought regclass; begin
  foreach brought in array array['ledger.dimension', 'ledger.object']::regclass[] loop
    execute format('alter table %s enable row level security', brought);
    execute format('alter table %s force row level security', brought);
    execute format('create policy own_municipality on %s using (municipality_id = platform.municipality())
                    with check (municipality_id = platform.municipality())', brought);
    execute format('grant select, insert on %s to tillit_app', brought);
    execute format('create trigger never_changes before update or delete on %s
                    for each row execute function platform.refuse_change()', brought);
    execute format('create trigger never_emptied before truncate on %s
                    for each statement execute function platform.refuse_change()', brought);
    execute format('create trigger tells after insert or update or delete or truncate on %s
                    for each statement execute function platform.tell_table()', brought);
    execute format('alter table %s enable always trigger tells', brought);
  end loop;
end $$;

-- 4. The hash over what an import brought holds them too; of an import without them it is what it was.
create or replace function ledger.part_sha256(of_municipality text, of_import integer, part integer, part_rows integer)
  returns text language sql stable
  return encode(sha256(convert_to(coalesce(case when part >= 0 then
      (select string_agg((jsonb_build_array(r.row_number, r.voucher, r.day, r.text, r.account, r.code, r.amount_ore)
            || case when r.objects is null then '[]'::jsonb else jsonb_build_array(r.objects) end)::text, E'\n'
          order by r.row_number)
        from ledger.voucher_row r
        where r.municipality_id = of_municipality and r.import_id = of_import
          and r.row_number > part * part_rows and r.row_number <= (part + 1) * part_rows)
    else
      (select (jsonb_build_array(
        (select jsonb_agg(jsonb_build_array(a.account, a.name) order by a.account collate "C") from ledger.account a
          where a.municipality_id = of_municipality and a.import_id = of_import),
        (select jsonb_agg(jsonb_build_array(b.year, b.account, b.opening_ore, b.closing_ore)
            order by b.year, b.account collate "C") from ledger.balance b
          where b.municipality_id = of_municipality and b.import_id = of_import),
        (select count(*) from ledger.voucher_row c
          where c.municipality_id = of_municipality and c.import_id = of_import))
        || coalesce((select jsonb_build_array(jsonb_agg(jsonb_build_array(d.dimension, d.name) order by d.dimension collate "C"))
            from ledger.dimension d where d.municipality_id = of_municipality and d.import_id = of_import
            having count(*) > 0), '[]'::jsonb)
        || coalesce((select jsonb_build_array(jsonb_agg(jsonb_build_array(o.dimension, o.code, o.name)
              order by o.dimension collate "C", o.code collate "C"))
            from ledger.object o where o.municipality_id = of_municipality and o.import_id = of_import
            having count(*) > 0), '[]'::jsonb))::text)
    end, ''), 'UTF8')), 'hex');

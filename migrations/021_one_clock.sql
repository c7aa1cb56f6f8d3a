-- §3.2, §2.4 The municipality's clock (model A-13): what people read as the day on which something was written is the day that
-- it was in the municipality. The machine's time stays beside it, for order and for the chain's hashes.

alter table decisions.version add column written_on date;
alter table decisions.decision add column registered_on date;
alter table documents.governing_document add column written_on date;
alter table documents.external_law add column written_on date;
alter table budget.scenario add column written_on date;

-- A decision's hash and its version's hold the day too. Those from before have no day in their hash: theirs stays empty, and is
-- told by the machine's time in Sweden, in a sample by the day of the decision.
create function decisions.day_of(known date, machine timestamptz, decided date) returns date language sql stable
  return coalesce(known, case when (select m.sample from platform.municipality m
      where m.municipality_id = platform.municipality()) then decided end,
    (machine at time zone 'Europe/Stockholm')::date);
grant execute on function decisions.day_of to tillit_app;

-- What was written before and is not decided, as best known. In a real municipality Sweden's day at the machine's time. In a
-- sample: the day that a budget was kept as saved; for what has none the day from which it holds or on which it was made, and
-- never later than the sample's own day. The owner of the tables does it for all municipalities at once, past the guards that
-- hold for everybody else, and puts them back.
alter table platform.municipality no force row level security;
alter table decisions.version no force row level security;
alter table documents.governing_document no force row level security;
alter table documents.external_law no force row level security;
alter table budget.scenario no force row level security;
alter table budget.saved_revision no force row level security;
alter table decisions.version disable trigger user;
alter table documents.governing_document disable trigger user;
alter table documents.external_law disable trigger user;
alter table budget.scenario disable trigger user;

update decisions.version v set written_on = case when not p.sample then (v.edited_at at time zone 'Europe/Stockholm')::date
    else coalesce(
      (select max(s.saved_on) from budget.saved_revision s
        where s.municipality_id = v.municipality_id and s.matter_id = v.matter_id and s.number = v.number
          and s.revision = v.revision),
      p.sample_today,
      (v.edited_at at time zone 'Europe/Stockholm')::date) end
  from platform.municipality p where p.municipality_id = v.municipality_id and v.content_sha256 is null;
update documents.governing_document g set written_on = case when p.sample
    then least(g.valid_from, coalesce(p.sample_today, g.valid_from))
    else (g.edited_at at time zone 'Europe/Stockholm')::date end
  from platform.municipality p where p.municipality_id = g.municipality_id;
update documents.external_law l set written_on =
    coalesce(case when p.sample then p.sample_today end, (l.edited_at at time zone 'Europe/Stockholm')::date)
  from platform.municipality p where p.municipality_id = l.municipality_id;
update budget.scenario s set written_on = case when p.sample then s.made_on
    else (s.edited_at at time zone 'Europe/Stockholm')::date end
  from platform.municipality p where p.municipality_id = s.municipality_id;

alter table decisions.version enable trigger user;
alter table documents.governing_document enable trigger user;
alter table documents.external_law enable trigger user;
alter table budget.scenario enable trigger user;
alter table platform.municipality force row level security;
alter table decisions.version force row level security;
alter table documents.governing_document force row level security;
alter table documents.external_law force row level security;
alter table budget.scenario force row level security;
alter table budget.saved_revision force row level security;

alter table decisions.version add check (written_on is not null or content_sha256 is not null);
alter table documents.governing_document alter column written_on set not null;
alter table documents.external_law alter column written_on set not null;
alter table budget.scenario alter column written_on set not null;

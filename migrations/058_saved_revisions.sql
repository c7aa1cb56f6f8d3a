-- T-7 The last that each person saved on each day is kept of every kind of matter, as it has been of budgets: until two years after the
-- version's decision. The log tells that something was saved and by which hash; what was saved stands here and goes from here.
alter table budget.saved_revision set schema decisions;
alter table decisions.saved_revision add column content_sha256 text check (content_sha256 ~ '^[0-9a-f]{64}$');
grant delete on decisions.saved_revision to tillit_app;
drop trigger logged on decisions.saved_revision;
create trigger logged after insert or update or delete on decisions.saved_revision
  for each row execute function platform.log_change('content');
-- A save touches those who read the savings of its own matter, and nobody else
select platform.tells('decisions.saved_revision', 'matter_id');
select platform.note_rows('decisions.saved_revision', 'Sparade lydelser av alla slags ärenden (§2.4)');

-- What has happened to one matter is read of the log, without the rest of it.
create index change_log_of_matter on platform.change_log (municipality_id, (coalesce(after, before) ->> 'matter_id'), entry)
  where coalesce(after, before) ->> 'matter_id' is not null;
create index change_log_of_source on platform.change_log (municipality_id, (coalesce(after, before) ->> 'source'), entry)
  where coalesce(after, before) ->> 'source' is not null;

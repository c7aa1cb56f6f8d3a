-- §3.2 Who may what is kept by the municipality itself (model R-3, P-4): a mandate of one body or one post, from which row it goes on, and
-- the document in the register that gives it.
alter table organisation.mandate
  add column body_id text,
  add column post_id text,
  -- the row that this one takes over from the day after its last
  add column replaces_id text,
  -- "document:reglemente-ks", "law:kommunallagen": a document of the register, known by its id alone
  add column source_document text check (source_document ~ '^(document|law):[a-z0-9-]{1,60}$'),
  add foreign key (municipality_id, body_id) references organisation.body,
  add foreign key (municipality_id, post_id) references organisation.post;

-- Municipalities that are here get what a new one has; the post is held by nobody before somebody is given it.
do $$
declare
  one text;
begin
  perform set_config('tillit.person', 'uppgradering', true);
  perform set_config('tillit.why', 'Vem som får ändra vem som får vad (§3.2)', true);
  for one in select municipality_id from platform.municipality loop
    perform set_config('tillit.municipality', one, true);
    insert into organisation.mandate
        (municipality_id, mandate_id, action, organ_kinds, roles, scope, source, cite, valid_from, valid_to)
      select one, given.*, '§3.2', date '2019-01-01', null
      from (values
        ('sf-mandat', 'edit:mandate', array['administration'], array['system-manager'], 'group',
          'Systemförvaltarens uppdrag: håller ordning på organisation, personer och behörigheter'),
        ('sf-mandat-kommunchef', 'edit:mandate', array['administration'], array['municipal-director'], 'group',
          'Kommunchefens uppdrag: leder och samordnar förvaltningen')) as given (id, action, kinds, roles, scope, source)
      where exists (select from organisation.mandate where municipality_id = one)
      on conflict do nothing;
  end loop;
  perform set_config('tillit.municipality', '', true);
end $$;

-- What somebody who may not do a thing asks of one who may. What was asked stays as it was; it is answered, or taken back, once.
create table organisation.request (
  municipality_id text not null,
  request_id bigint generated always as identity,
  asked_by text not null,
  asked_on date not null,
  to_person text not null,
  action text not null check (length(action) <= 100),
  body_id text not null,
  text text not null check (length(text) <= 1000),
  -- the page where it was asked
  href text not null check (length(href) <= 300 and href ~ '^/([^/\\]|$)'),
  outcome text check (outcome in ('done', 'declined', 'withdrawn')),
  answer text check (length(answer) <= 1000),
  ended_on date check (ended_on >= asked_on),
  -- when the one who asked had read the answer
  seen_on date,
  primary key (municipality_id, request_id),
  check (num_nulls(outcome, answer, ended_on) in (0, 3)),
  check (outcome is not null or seen_on is null)
);
create index request_to on organisation.request (municipality_id, to_person, asked_on);
create index request_by on organisation.request (municipality_id, asked_by, asked_on);
select platform.guard('organisation.request', rights => 'select, insert, update');

create function organisation.keep_request() returns trigger language plpgsql as $$
declare
  answered constant text[] := '{outcome,answer,ended_on}';
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - answered - 'seen_on' = to_jsonb(old) - answered - 'seen_on'
     and (old.outcome is null or to_jsonb(new) - 'seen_on' = to_jsonb(old) - 'seen_on') then
    return new;
  end if;
  raise exception 'request % stays as it was asked', old.request_id using errcode = 'TL002';
end $$;
create trigger keep_request before update or delete on organisation.request
  for each row execute function organisation.keep_request();

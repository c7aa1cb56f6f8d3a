-- Who is named in a draft reads it (docs/decisions/024). Whether somebody is, anywhere, is asked for each who reads drafts: told by the
-- person's id, only when a save makes it another, so that a draft that is saved otherwise lets go of nobody else's reading (migration 029).
create function decisions.tell_named() returns trigger language plpgsql as $$
declare
  own text := case when tg_op = 'DELETE' then old.municipality_id else new.municipality_id end;
  before jsonb := case when tg_op <> 'INSERT' and old.state = 'draft' then old.content end;
  after jsonb := case when tg_op <> 'DELETE' and new.state = 'draft' then new.content end;
  wrote_before text := case when before is not null then old.edited_by end;
  writes text := case when after is not null then new.edited_by end;
  person text;
begin
  if before is not distinct from after and wrote_before is not distinct from writes then return null; end if;
  for person in
    with was as (select distinct x #>> '{}' as word from jsonb_path_query(before, 'strict $.** ? (@.type() == "string")') x
                 union select wrote_before where wrote_before is not null),
      is_now as (select distinct x #>> '{}' as word from jsonb_path_query(after, 'strict $.** ? (@.type() == "string")') x
                 union select writes where writes is not null)
    select p.person_id from organisation.person p
    join (select coalesce(was.word, is_now.word) as word from was full join is_now on was.word = is_now.word
          where was.word is null or is_now.word is null) other on other.word = p.person_id
    where p.municipality_id = own loop
    perform platform.tell(own, 'decisions.version', 'named ' || person);
  end loop;
  return null;
end $$;
create trigger tells_named after insert or update or delete on decisions.version
  for each row execute function decisions.tell_named();
alter table decisions.version enable always trigger tells_named;

-- Tables that answers are made of tell of their changes (migration 029), those too that are not guarded as others are.
select platform.tells('platform.personal');
select platform.tells('platform.security_event');
select platform.tells('decisions.seal');

-- A table whose triggers were put aside for a while has them back as ordinary ones: they tell always (migration 029).
do $$ declare one record; begin
  for one in select tgrelid::regclass as target, tgname as name from pg_trigger
    where tgname in ('tells', 'tells_emptied') and tgenabled <> 'A' loop
    execute format('alter table %s enable always trigger %I', one.target, one.name);
  end loop;
end $$;

-- T-3 Each database has a run-time role of its own: with one for the whole server, what may read one municipality's database may
-- read its neighbour's. In migrations the word tillit_app stands for that role (src/platform/database/migrate.ts).

-- Named by whoever migrates; otherwise by the database, as src/platform/database/run-role.ts does.
create function platform.run_role() returns text language sql stable as $$
  select coalesce(
    nullif(current_setting('tillit.run_role', true), ''),
    'tillit_run_' || case when current_database() ~ '^[a-z0-9_]{1,50}$' then current_database()
      else substr(encode(sha256(convert_to(current_database(), 'UTF8')), 'hex'), 1, 16) end)
$$;

create or replace function platform.guard(target regclass, rights text default 'select, insert, update, delete', secret text default '')
returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy own_municipality on %s using (municipality_id = platform.municipality())
                  with check (municipality_id = platform.municipality())', target);
  execute format('create trigger logged after insert or update or delete on %s
                  for each row execute function platform.log_change(%L)', target, secret);
  perform platform.tells(target);
  execute format('grant %s on %s to %I', rights, target, platform.run_role());
end $$;

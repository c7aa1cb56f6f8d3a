-- T-7 What the one who runs the installation must know: when it was last backed up, and that every chain ends in its head.

-- Of the whole installation and of no municipality. Written by `tillit backup`, read for health and metrics, always as the owner:
-- the role that requests run as has no right to it.
create table platform.backup (
  backup_id bigint generated always as identity primary key,
  -- the moment that the backup shows, and when its file was whole
  snapshot_at timestamptz not null,
  made_at timestamptz not null,
  file_name text not null check (length(file_name) <= 255),
  bytes bigint not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  encrypted boolean not null
);

-- Where each municipality's chain ends, and whether its head is its last decision: two look-ups a municipality, for whoever asks
-- every minute. That the chain itself is whole is recomputed by `tillit verify`. The owner passes no row-level security where it
-- is no superuser, so it reads each municipality as that one.
create function decisions.chain_ends() returns table (municipality_id text, decisions integer, ends_in_head boolean)
language plpgsql as $$
declare one text; head record; last record;
begin
  for one in select m.municipality_id from platform.municipality m order by 1 loop
    perform set_config('tillit.municipality', one, true);
    select h.count, h.sha256 into head from decisions.chain_head h where h.municipality_id = one;
    select d.number, d.sha256 into last from decisions.decision d where d.municipality_id = one
      order by d.number desc limit 1;
    municipality_id := one;
    decisions := coalesce(head.count, 0);
    ends_in_head := (head.count, head.sha256) is not distinct from (last.number, last.sha256)
      or (coalesce(head.count, 0) = 0 and last.number is null);
    return next;
  end loop;
end $$;
revoke execute on function decisions.chain_ends() from public;

-- One unit at a time for a code, said with the columns themselves, the municipality's first: what spreads municipalities over
-- several servers (docs/scale.md) can keep such a constraint, and could not keep a range type of our own. btree_gist comes with
-- PostgreSQL, and the owner of a database may create it.
create extension if not exists btree_gist with schema public;
alter table organisation.ledger_code drop constraint one_unit_at_a_time;
alter table organisation.ledger_code add constraint one_unit_at_a_time exclude using gist (
  municipality_id with =, dimension with =, code with =, daterange(valid_from, valid_to, '[]') with &&);
drop type organisation.code_range;

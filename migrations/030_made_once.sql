-- T-4, T-5 What is decided is made once: documents by the hash of their content. And what must survive a restart: a queue.

create table platform.made_document (
  municipality_id text not null,
  -- of all that the document is made of, and of how it is made
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  form text not null,
  bytes bytea not null,
  size bigint not null generated always as (octet_length(bytes)) stored,
  made_at timestamptz not null,
  used_at timestamptz not null,
  primary key (municipality_id, sha256)
);
create index made_document_by_use on platform.made_document (municipality_id, used_at);
-- What is packed already gains nothing from being packed again
alter table platform.made_document alter column bytes set storage external;
alter table platform.made_document enable row level security;
alter table platform.made_document force row level security;
create policy own_municipality on platform.made_document using (municipality_id = platform.municipality())
  with check (municipality_id = platform.municipality());
-- Not in the change log: nothing of it is anybody's word, and all of it can be made again
grant select, insert, update, delete on platform.made_document to tillit_app;

-- The queue is pg-boss's own tables, whose rows are of no municipality's policy: only the role of jobs reads them, requests never do.
create schema jobs authorization tillit_jobs;

-- A request posts through this alone: in its own transaction, and for its own municipality, whatever it says.
create function platform.post_job(job text, data jsonb, key text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  own text := platform.municipality();
begin
  if own is null then
    raise exception 'a job is posted inside a municipality' using errcode = 'TL003';
  end if;
  insert into jobs.job (name, data, singleton_key, policy, dead_letter, retry_limit, retry_delay, retry_backoff,
                        retry_delay_max, expire_seconds, deletion_seconds, keep_until)
  select q.name, jsonb_build_object('municipality', own, 'data', post_job.data), own || ' ' || post_job.key, q.policy, q.dead_letter,
         q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.expire_seconds, q.deletion_seconds,
         now() + make_interval(secs => q.retention_seconds)
  from jobs.queue q where q.name = post_job.job
  on conflict do nothing;
  if not found and not exists (select from jobs.queue q where q.name = post_job.job) then
    raise exception 'there is no queue for %', post_job.job using errcode = 'TL003';
  end if;
end $$;
revoke execute on function platform.post_job from public;
grant execute on function platform.post_job to tillit_app;
-- Where the owner itself has the queue, all this is its own already. (In migrations the word tillit_jobs stands for the role.)
do $$ begin
  if current_user <> 'tillit_jobs' then
    grant usage on schema platform to tillit_jobs;
    grant execute on function platform.municipality to tillit_jobs;
    grant create on schema platform to tillit_jobs;
    alter function platform.post_job owner to tillit_jobs;
    revoke create on schema platform from tillit_jobs;
  end if;
end $$;

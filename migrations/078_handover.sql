-- T-3 A municipality's own data as one file, which the operator orders and cannot read: sealed to a key that the municipality's system
-- manager has chosen, and of which only the public half is here (docs/decisions/043-a-file-that-the-operator-cannot-read.md).

create table platform.handover_key (
  municipality_id text not null,
  recipient text not null check (recipient ~ '^age1[0-9a-z]{40,100}$'),
  set_by text not null,
  set_at timestamptz not null default now(),
  primary key (municipality_id)
);
select platform.guard('platform.handover_key', rights => 'select, insert, update');

create table platform.handover (
  municipality_id text not null,
  handover_id uuid not null default gen_random_uuid(),
  -- to which key it is sealed
  recipient text not null,
  -- ended: the file has been taken away; what is told of it stays
  state text not null default 'waiting' check (state in ('waiting', 'working', 'ready', 'failed', 'ended')),
  ordered_at timestamptz not null default now(),
  -- how far it has come
  tables_done integer not null default 0,
  tables integer not null default 0,
  rows bigint not null default 0,
  bytes bigint not null default 0,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  made_at timestamptz,
  kept_until timestamptz,
  fault text check (fault in ('too-large', 'cut-off')),
  primary key (municipality_id, handover_id),
  check ((state = 'ready') <= (sha256 is not null and kept_until is not null))
);
-- One at a time is waited for or kept
create unique index one_handover on platform.handover (municipality_id) where state in ('waiting', 'working', 'ready');
create index handover_by_age on platform.handover (municipality_id, ordered_at);
select platform.guard('platform.handover', rights => 'select, insert, update');
-- How far it has come is no change worth the log
drop trigger logged on platform.handover;
create trigger logged after insert or update of state or delete on platform.handover
  for each row execute function platform.log_change('');

create table platform.handover_piece (
  municipality_id text not null,
  handover_id uuid not null,
  number integer not null,
  bytes bytea not null check (octet_length(bytes) <= 4194304),
  primary key (municipality_id, handover_id, number),
  foreign key (municipality_id, handover_id) references platform.handover
);
-- Sealed bytes gain nothing from being packed
alter table platform.handover_piece alter column bytes set storage external;
alter table platform.handover_piece enable row level security;
alter table platform.handover_piece force row level security;
create policy own_municipality on platform.handover_piece using (municipality_id = platform.municipality())
  with check (municipality_id = platform.municipality());
-- Not in the change log: sealed copies of what is there already
grant select, insert, delete on platform.handover_piece to tillit_app;

do $$
declare
  one text;
begin
  perform set_config('tillit.person', 'uppgradering', true);
  perform set_config('tillit.why', 'Systemförvaltaren väljer nyckeln till kommunens utlämning (§3.2)', true);
  for one in select municipality_id from platform.municipality loop
    perform set_config('tillit.municipality', one, true);
    insert into organisation.mandate
        (municipality_id, mandate_id, action, organ_kinds, roles, scope, source, cite, valid_from, valid_to)
      select one, given.id, 'manage:handover', array['administration'], array[given.role], 'group', given.source, '§3.2', date '2019-01-01', null
      from (values
        ('sf-utlamning', 'system-manager', 'Systemförvaltarens uppdrag: håller ordning på organisation, personer och behörigheter'),
        ('kc-utlamning', 'municipal-director', 'Kommunchefens uppdrag: leder och samordnar förvaltningen')) as given (id, role, source)
      where exists (select from organisation.mandate where municipality_id = one)
      on conflict do nothing;
  end loop;
  perform set_config('tillit.municipality', '', true);
end $$;

-- §2.3 What anybody notices that can go wrong, on any day of the year (model K-2). What became of it is read of the plans for internal
-- control that have taken it in or declined it; nothing here changes once it is written.

create table control.risk_notice (
  municipality_id text not null,
  notice_id text not null check (notice_id ~ '^[a-z0-9-]{1,60}$'),
  -- where it was noticed; whose internal control it is for is read of the organisation
  body_id text not null,
  text text not null check (length(text) between 1 and 1000),
  -- what it can lead to
  leads_to text not null check (length(leads_to) between 1 and 1000),
  -- as what it was noticed
  noticed_as text not null check (noticed_as in ('employee', 'manager', 'committee', 'audit')),
  noticed_by text not null,
  noticed_on date not null,
  noticed_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, notice_id),
  foreign key (municipality_id, body_id) references organisation.body,
  foreign key (municipality_id, noticed_by) references organisation.person
);
create index risk_notice_by_day on control.risk_notice (municipality_id, noticed_on);
select platform.guard('control.risk_notice', rights => 'select, insert');
create trigger never_changes before update or delete on control.risk_notice
  for each row execute function platform.refuse_change();
create trigger never_emptied before truncate on control.risk_notice
  for each statement execute function platform.refuse_change();

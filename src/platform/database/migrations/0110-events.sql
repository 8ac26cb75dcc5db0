-- What happened, for those who watch (server-sent events) and those who are told (webhooks). Kept for days, not years.

create table events (
  id text primary key,
  -- `installation`: what concerns every organisation, as a new edition of a list does.
  organization_id text not null,
  -- An event is read in the order of (xid, number), and only when every transaction before its own has ended: a reader
  -- who has passed a place never misses one that commits behind it. No lock is held for that.
  xid xid8 not null default pg_current_xact_id(),
  number bigint generated always as identity,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$'),
  subject_id text not null check (length(subject_id) <= 200),
  at timestamptz not null,
  data jsonb check (pg_column_size(data) <= 8192)
);
select sluice_protect('events', 'select, insert, delete');
create policy everyone_sees_the_installation on events for select using (organization_id = 'installation');
create index events_in_order on events (organization_id, xid, number);
create index events_by_age on events (at);

-- Up to where events were removed for their age: who resumes from before that has missed some, and is told.
create table event_horizons (
  organization_id text primary key,
  xid xid8 not null,
  number bigint not null
);
select sluice_protect('event_horizons');
create policy everyone_sees_the_installation on event_horizons for select
  using (organization_id = 'installation');

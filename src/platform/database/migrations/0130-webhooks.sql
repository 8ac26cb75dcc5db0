-- Addresses that an organisation wants told of events, and each telling.

create table webhook_endpoints (
  id text primary key,
  organization_id text not null,
  url text not null check (length(url) <= 2000),
  description text not null check (length(description) <= 500),
  -- Kinds of events; null: all.
  kinds text[],
  created_by text not null,
  created_at timestamptz not null,
  -- Null while it is told; else since when not, and why.
  disabled_at timestamptz,
  disabled_note text,
  -- Since when nothing has got through; null after a success.
  failing_since timestamptz,
  removed_at timestamptz
);
select sluice_protect('webhook_endpoints', 'select, insert, update');
create index webhook_endpoints_of on webhook_endpoints (organization_id) where removed_at is null;

-- Secrets, sealed with a key that is not in the database. Two are in force while one takes over from the other.
create table webhook_secrets (
  organization_id text not null,
  endpoint_id text not null references webhook_endpoints,
  number smallint not null,
  sealed bytea not null,
  created_at timestamptz not null,
  ends_at timestamptz,
  primary key (endpoint_id, number)
);
select sluice_protect('webhook_secrets');

create table webhook_deliveries (
  id text primary key,
  organization_id text not null,
  endpoint_id text not null references webhook_endpoints,
  event_id text not null,
  kind text not null,
  payload text not null,
  created_at timestamptz not null,
  attempts smallint not null default 0,
  -- When it is tried next; null: delivered, or given up.
  due_at timestamptz,
  -- A process that tries it holds it until then; past it, another takes it over.
  held_until timestamptz,
  delivered_at timestamptz,
  last_attempt_at timestamptz,
  -- What the last attempt met: a status, or words for why there was none.
  last_status smallint,
  last_words text
);
select sluice_protect('webhook_deliveries');
create index webhook_deliveries_due on webhook_deliveries (due_at) where due_at is not null;
create index webhook_deliveries_of on webhook_deliveries (endpoint_id, created_at desc, id desc);
create index webhook_deliveries_by_age on webhook_deliveries (created_at);

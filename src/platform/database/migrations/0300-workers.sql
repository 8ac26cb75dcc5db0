-- What platforms tell of accounts, as it was told: the states below can be made of it again.
create table worker_events (
  organization_id text not null,
  -- The teller's own id of the event: told again, it is the same event.
  id text not null,
  account text not null,
  kind text not null,
  at timestamptz not null,
  received_at timestamptz not null,
  body jsonb not null,
  primary key (organization_id, id)
);
create index worker_events_account on worker_events (organization_id, account, at);
select sluice_protect('worker_events', 'select, insert');

-- One account's state in bounded room (src/engine/redflags/state); `dirty` until it was judged.
create table worker_states (
  organization_id text not null,
  account text not null,
  state text not null,
  country text,
  dirty boolean not null default true,
  updated_at timestamptz not null,
  judged_at timestamptz,
  primary key (organization_id, account)
);
create index worker_states_dirty on worker_states (organization_id, account) where dirty;
select sluice_protect('worker_states');

create table worker_links (
  organization_id text not null,
  key text not null,
  state text not null,
  members integer not null,
  primary key (organization_id, key)
);
select sluice_protect('worker_links');

create table worker_flags (
  organization_id text not null,
  account text not null,
  rule text not null,
  flag jsonb not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  lifted_at timestamptz,
  primary key (organization_id, account, rule)
);
select sluice_protect('worker_flags');

-- A case is what its events say; `standing`, `assignee` and `due_on` only repeat it for queries. `cluster` is what is
-- known of its accounts now; what was known at a decision is in the decision's receipt.
create table worker_cases (
  organization_id text not null,
  id text not null,
  cluster jsonb not null,
  weight double precision not null,
  opened_at timestamptz not null,
  previous_id text,
  events integer not null,
  standing text not null,
  assignee text,
  due_on date,
  primary key (organization_id, id)
);
create index worker_cases_queue on worker_cases (organization_id, standing, due_on, id);
select sluice_protect('worker_cases');

create table worker_case_accounts (
  organization_id text not null,
  case_id text not null,
  account text not null,
  primary key (organization_id, case_id, account)
);
create index worker_case_accounts_account on worker_case_accounts (organization_id, account);
select sluice_protect('worker_case_accounts', 'select, insert, delete');

create table worker_case_events (
  organization_id text not null,
  case_id text not null,
  sequence integer not null,
  at timestamptz not null,
  by jsonb not null,
  event jsonb not null,
  receipt_sequence bigint,
  primary key (organization_id, case_id, sequence)
);
select sluice_protect('worker_case_events', 'select, insert');

-- A worker's right of reply: a link to questions. The token itself is nowhere but in the link.
create table worker_replies (
  organization_id text not null,
  id text not null,
  case_id text not null,
  account text not null,
  token_hash text not null,
  language text not null check (language in ('en', 'ko')),
  questions jsonb not null,
  created_at timestamptz not null,
  created_by jsonb not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  opened integer not null default 0,
  answered_at timestamptz,
  answers jsonb,
  primary key (organization_id, id)
);
create unique index worker_replies_token on worker_replies (token_hash);
create index worker_replies_case on worker_replies (organization_id, case_id);
select sluice_protect('worker_replies', 'select, insert, update');

-- Money that waits for a person: held, then released or turned over to a block.
create table worker_holds (
  organization_id text not null,
  id text not null,
  account text not null,
  case_id text,
  check_id text,
  reference text not null,
  amount jsonb,
  reason text not null,
  held_at timestamptz not null,
  held_by jsonb not null,
  ended_at timestamptz,
  ended_by jsonb,
  ending text check (ending in ('released', 'blocked', 'returned')),
  ended_reason text,
  primary key (organization_id, id),
  check ((ended_at is null) = (ending is null))
);
create index worker_holds_open on worker_holds (organization_id, id) where ended_at is null;
create index worker_holds_account on worker_holds (organization_id, account);
select sluice_protect('worker_holds', 'select, insert, update');

-- Payouts that a check held.
alter table checks add column holds jsonb not null default '[]';

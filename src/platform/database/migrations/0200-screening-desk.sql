-- What an organisation has decided about its screening. Versions are never edited: a new one is proposed by one person
-- and approved by another.
create table desk_policies (
  organization_id text not null,
  id text not null,
  -- Counted from 1 when approved; null before, and for those that were not.
  version integer,
  body jsonb not null,
  reason text not null,
  state text not null check (state in ('proposed', 'approved', 'rejected', 'withdrawn')),
  effective_from timestamptz not null,
  proposed_at timestamptz not null,
  proposed_by jsonb not null,
  decided_at timestamptz,
  decided_by jsonb,
  decided_reason text,
  primary key (organization_id, id),
  unique (organization_id, version),
  check ((state = 'approved') = (version is not null)),
  check (decided_by is null or state = 'withdrawn' or decided_by ->> 'id' <> proposed_by ->> 'id')
);
create unique index desk_policies_one_proposed on desk_policies (organization_id) where state = 'proposed';
select sluice_protect('desk_policies', 'select, insert, update');

-- Whose business line a person belongs to; whoever has no row belongs to none.
create table desk_people (
  organization_id text not null,
  person_id text not null,
  business_line text,
  set_at timestamptz not null,
  set_by jsonb not null,
  primary key (organization_id, person_id)
);
select sluice_protect('desk_people');

create table subjects (
  organization_id text not null,
  id text not null,
  -- The organisation's own number for the party.
  ref text,
  schema text not null,
  properties jsonb not null,
  caption text not null,
  business_line text,
  fingerprint text not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  removed_at timestamptz,
  -- By what a changed listing finds the subjects that it can touch (touch-keys.ts).
  keys integer[] not null,
  -- The screening that the alerts rest on. `near` are its matches with their scores, `margin` is how far, in log-odds,
  -- the nearest of them stands from the threshold; `crowded` where there were more than the policy keeps.
  screened_at timestamptz,
  screened_snapshot text,
  screened_with text,
  near jsonb not null default '[]',
  margin double precision,
  crowded boolean not null default false,
  primary key (organization_id, id)
);
create unique index subjects_ref on subjects (organization_id, ref) where removed_at is null;
create index subjects_keys on subjects using gin (keys) where removed_at is null;
create index subjects_margin on subjects (organization_id, margin) where removed_at is null;
create index subjects_snapshot on subjects (organization_id, screened_snapshot) where removed_at is null;
select sluice_protect('subjects');

create table subject_versions (
  organization_id text not null,
  subject_id text not null,
  version integer not null,
  schema text not null,
  properties jsonb not null,
  fingerprint text not null,
  at timestamptz not null,
  by jsonb not null,
  -- api, or the import that brought it.
  source text not null,
  primary key (organization_id, subject_id, version)
);
select sluice_protect('subject_versions', 'select, insert, delete');

create table subject_imports (
  organization_id text not null,
  id text not null,
  name text not null,
  media_type text not null,
  sha256 text not null,
  -- Emptied when the import has ended.
  bytes bytea,
  options jsonb not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  rows_done integer not null default 0,
  created integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  rejected integer not null default 0,
  alerts integer not null default 0,
  problems jsonb not null default '[]',
  failure text,
  created_at timestamptz not null,
  created_by jsonb not null,
  ended_at timestamptz,
  primary key (organization_id, id)
);
select sluice_protect('subject_imports');

-- The facts of a hit as they were when it was found. Where it stands follows from alert_events and the clock;
-- `standing`, `final_at`, `assignee`, `due_on` and `outcome` only repeat what the last event made of it, for queries.
create table alerts (
  organization_id text not null,
  id text not null,
  subject_id text,
  check_id text,
  subject_fingerprint text not null,
  entity_id text not null,
  -- Counts the alerts of one subject and listing from 1: facts that changed after a decision open the next one.
  round integer not null,
  previous_id text,
  channel text not null,
  record jsonb not null,
  score double precision not null,
  created_at timestamptz not null,
  events integer not null,
  standing text not null,
  outcome text,
  final_at timestamptz,
  assignee text,
  due_on date,
  primary key (organization_id, id)
);
create unique index alerts_round on alerts (organization_id, subject_id, entity_id, round) where subject_id is not null;
create unique index alerts_check on alerts (organization_id, check_id, subject_fingerprint, entity_id) where check_id is not null;
create index alerts_entity on alerts (organization_id, entity_id);
create index alerts_queue on alerts (organization_id, standing, due_on, id);
create index alerts_assignee on alerts (organization_id, assignee, id) where assignee is not null;
select sluice_protect('alerts');

create table alert_events (
  organization_id text not null,
  alert_id text not null,
  sequence integer not null,
  at timestamptz not null,
  by jsonb not null,
  event jsonb not null,
  -- The organisation's receipt of a decision.
  receipt_sequence bigint,
  primary key (organization_id, alert_id, sequence)
);
select sluice_protect('alert_events', 'select, insert');

create table alert_attachments (
  organization_id text not null,
  id text not null,
  alert_id text not null,
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  bytes bytea not null,
  at timestamptz not null,
  by jsonb not null,
  primary key (organization_id, id)
);
create index alert_attachments_alert on alert_attachments (organization_id, alert_id);
select sluice_protect('alert_attachments', 'select, insert, delete');

create table suppressions (
  organization_id text not null,
  id text not null,
  alert_id text,
  decision_id text,
  subject_id text,
  subject_fingerprint text not null,
  subject_facts jsonb not null,
  entity_id text not null,
  listing_caption text not null,
  listing_fingerprint text not null,
  listing_facts jsonb not null,
  reason text not null,
  from_day date not null,
  until_day date not null,
  created_at timestamptz not null,
  created_by jsonb not null,
  revoked_at timestamptz,
  revoked_by jsonb,
  revoked_reason text,
  -- When Sluice first saw that it holds no longer, and why.
  lapsed_at timestamptz,
  lapsed_because text,
  primary key (organization_id, id),
  check (until_day >= from_day)
);
create index suppressions_pair on suppressions (organization_id, entity_id, subject_fingerprint);
create index suppressions_subject on suppressions (organization_id, subject_id) where subject_id is not null;
create index suppressions_end on suppressions (until_day) where revoked_at is null and lapsed_at is null;
select sluice_protect('suppressions');

create table checks (
  organization_id text not null,
  id text not null,
  reference text not null,
  kind text not null,
  at text not null,
  answer text not null,
  created_at timestamptz not null,
  created_by jsonb not null,
  policy_version integer not null,
  snapshot text not null,
  -- Canonical JSON as text: jsonb would not give back the same bytes.
  receipt text not null,
  receipt_hash text not null,
  receipt_sequence bigint not null,
  alerts jsonb not null default '[]',
  primary key (organization_id, id)
);
create index checks_reference on checks (organization_id, reference);
create index checks_snapshot on checks (snapshot);
select sluice_protect('checks');

-- What a caller sent under an Idempotency-Key, and what was made of it: the same again gets the same answer.
create table check_requests (
  organization_id text not null,
  principal_id text not null,
  idempotency_key text not null,
  request_hash text not null,
  checks jsonb not null,
  many boolean not null,
  at timestamptz not null,
  primary key (organization_id, principal_id, idempotency_key)
);
create index check_requests_at on check_requests (at);
select sluice_protect('check_requests');

create table rescreens (
  organization_id text not null,
  id text not null,
  kind text not null check (kind in ('delta', 'full')),
  snapshot_before text,
  snapshot_after text not null,
  listings_touched integer not null default 0,
  subjects_screened integer not null default 0,
  subjects_total integer not null default 0,
  alerts_opened integer not null default 0,
  alerts_closed integer not null default 0,
  suppressions_lapsed integer not null default 0,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (organization_id, id)
);
select sluice_protect('rescreens');

create table legal_reports (
  organization_id text not null,
  id text not null,
  kind text not null check (kind in ('blocked-property', 'rejected-transaction', 'unblocked-property', 'annual-blocked-property')),
  alert_id text,
  version integer not null,
  fields jsonb not null,
  event_on date not null,
  due_on date not null,
  created_at timestamptz not null,
  created_by jsonb not null,
  updated_at timestamptz not null,
  filed_on date,
  filed_reference text,
  filed_by jsonb,
  primary key (organization_id, id)
);
create index legal_reports_due on legal_reports (organization_id, due_on);
create unique index legal_reports_alert on legal_reports (organization_id, alert_id, kind) where alert_id is not null;
select sluice_protect('legal_reports');

create table legal_report_versions (
  organization_id text not null,
  report_id text not null,
  version integer not null,
  fields jsonb not null,
  at timestamptz not null,
  by jsonb not null,
  primary key (organization_id, report_id, version)
);
select sluice_protect('legal_report_versions', 'select, insert');

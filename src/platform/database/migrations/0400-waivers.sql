-- Applications, decisions, waivers and their ledgers. Where anything stands follows from its events and the clock; no
-- column holds a state that time would change.

create table waiver_applications (
  organization_id text not null,
  id text not null,
  title text not null,
  kind text not null check (kind in ('new', 'amendment', 'extension')),
  -- The waiver that an amendment or extension is of.
  waiver_id text,
  version integer not null,
  file jsonb not null,
  applicant_id text not null,
  created_at timestamptz not null,
  created_by jsonb not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  -- What a decision's own constraint on its three persons refers to.
  unique (organization_id, id, applicant_id),
  check ((kind = 'new') = (waiver_id is null)),
  check (applicant_id = created_by ->> 'id')
);
select sluice_protect('waiver_applications');

-- The file as it was at each submission.
create table waiver_application_versions (
  organization_id text not null,
  application_id text not null,
  version integer not null,
  file jsonb not null,
  at timestamptz not null,
  by jsonb not null,
  primary key (organization_id, application_id, version)
);
select sluice_protect('waiver_application_versions', 'select, insert');

-- Everyone who wrote in an application: none of them decides on it.
create table waiver_application_authors (
  organization_id text not null,
  application_id text not null,
  person_id text not null,
  primary key (organization_id, application_id, person_id)
);
select sluice_protect('waiver_application_authors', 'select, insert');

create table waiver_application_events (
  organization_id text not null,
  application_id text not null,
  sequence integer not null,
  at timestamptz not null,
  by jsonb not null,
  event jsonb not null,
  receipt_sequence bigint,
  primary key (organization_id, application_id, sequence)
);
select sluice_protect('waiver_application_events', 'select, insert');

create table waiver_attachments (
  organization_id text not null,
  id text not null,
  application_id text not null,
  item text,
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  bytes bytea not null,
  at timestamptz not null,
  by jsonb not null,
  primary key (organization_id, id)
);
create index waiver_attachments_of on waiver_attachments (organization_id, application_id);
select sluice_protect('waiver_attachments', 'select, insert, delete');

-- A reviewer proposes, a countersigner decides; neither applied, and they are two. The database holds to it by itself.
create table waiver_decisions (
  organization_id text not null,
  id text not null,
  application_id text not null,
  authority text not null,
  applicant_id text not null,
  reviewer_id text not null,
  proposal jsonb not null,
  proposed_at timestamptz not null,
  countersigner_id text,
  outcome text check (outcome in ('confirmed', 'sent-back')),
  countersigned_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, application_id, applicant_id)
    references waiver_applications (organization_id, id, applicant_id),
  check (reviewer_id <> applicant_id),
  check (countersigner_id <> applicant_id),
  check (countersigner_id <> reviewer_id),
  check ((countersigner_id is null) = (outcome is null) and (outcome is null) = (countersigned_at is null))
);
create unique index waiver_decisions_one_open on waiver_decisions (organization_id, application_id, authority)
  where outcome is null;
select sluice_protect('waiver_decisions', 'select, insert, update');

-- Whoever wrote in the application neither reviews nor countersigns it, and a decision once made stays as it is.
create function sluice_waiver_persons() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'UPDATE' and (old.outcome is not null or (old.reviewer_id, old.proposal, old.application_id, old.authority)
      is distinct from (new.reviewer_id, new.proposal, new.application_id, new.authority)) then
    raise exception 'a decision is not changed' using errcode = 'restrict_violation';
  end if;
  if exists (select from waiver_application_authors a where a.organization_id = new.organization_id
      and a.application_id = new.application_id and a.person_id in (new.reviewer_id, new.countersigner_id)) then
    raise exception 'who wrote in an application does not decide on it' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger persons_are_apart before insert or update on waiver_decisions
  for each row execute function sluice_waiver_persons();

create table waivers (
  organization_id text not null,
  id text not null,
  reference text not null,
  authority text not null,
  title text not null,
  application_id text,
  -- The terms in force: counted from 1, an amendment is the next.
  version integer not null,
  terms jsonb not null,
  parties jsonb not null,
  from_day date not null,
  until_day date not null,
  recorded_at timestamptz not null,
  recorded_by jsonb not null,
  -- Null until a second person has compared the record with the letter.
  confirmed_at timestamptz,
  confirmed_by jsonb,
  -- Money is counted in ten-thousandths, quantities in 10^-12 of their unit: whole numbers both.
  value_currency text,
  value_allowed numeric(60, 0),
  value_committed numeric(60, 0) not null default 0,
  value_reserved numeric(60, 0) not null default 0,
  shipments_max integer,
  entries bigint not null default 0,
  -- The lists on which its parties were screened last.
  screened_snapshot text,
  screened jsonb not null default '[]',
  primary key (organization_id, id),
  unique (organization_id, reference),
  check ((confirmed_at is null) = (confirmed_by is null)),
  check (confirmed_by ->> 'id' <> recorded_by ->> 'id'),
  check ((value_currency is null) = (value_allowed is null)),
  check (value_committed >= 0 and value_reserved >= 0),
  check (value_allowed is null or value_committed + value_reserved <= value_allowed),
  check (until_day >= from_day)
);
select sluice_protect('waivers');

create table waiver_versions (
  organization_id text not null,
  waiver_id text not null,
  version integer not null,
  terms jsonb not null,
  changes jsonb not null,
  application_id text,
  at timestamptz not null,
  by jsonb not null,
  primary key (organization_id, waiver_id, version)
);
select sluice_protect('waiver_versions', 'select, insert');

-- What the second person's constraint is to the decision, these are to the quantities: no line is ever overdrawn.
create table waiver_lines (
  organization_id text not null,
  waiver_id text not null,
  line text not null,
  unit text not null,
  requested numeric(60, 0) not null,
  allowed numeric(60, 0) not null,
  committed numeric(60, 0) not null default 0,
  reserved numeric(60, 0) not null default 0,
  returned numeric(60, 0) not null default 0,
  primary key (organization_id, waiver_id, line),
  check (allowed >= 0 and committed >= 0 and reserved >= 0 and returned >= 0),
  check (committed + reserved <= allowed)
) with (fillfactor = 50);
select sluice_protect('waiver_lines');

create table waiver_periods (
  organization_id text not null,
  waiver_id text not null,
  limit_at integer not null,
  start_day date not null,
  used numeric(60, 0) not null,
  primary key (organization_id, waiver_id, limit_at, start_day),
  check (used >= 0)
);
select sluice_protect('waiver_periods');

-- A shipment's hold on a waiver. What it holds after `expires_at` is free again whether `counted` says so yet or not.
create table waiver_reservations (
  organization_id text not null,
  id text not null,
  waiver_id text not null,
  reference text not null,
  at timestamptz not null,
  by jsonb not null,
  expires_at timestamptz,
  day date not null,
  lines jsonb not null,
  value_open numeric(60, 0) not null default 0,
  value_committed numeric(60, 0) not null default 0,
  holds boolean not null,
  passed boolean not null,
  -- True while the lines' `reserved` contains what it holds.
  counted boolean not null,
  primary key (organization_id, id)
);
create index waiver_reservations_open on waiver_reservations (organization_id, waiver_id, expires_at) where counted;
create index waiver_reservations_reference on waiver_reservations (organization_id, waiver_id, reference);
select sluice_protect('waiver_reservations', 'select, insert, update');

create table waiver_entries (
  organization_id text not null,
  waiver_id text not null,
  sequence bigint not null,
  at timestamptz not null,
  by jsonb not null,
  kind text not null,
  reservation_id text not null,
  reference text not null,
  moved jsonb not null,
  value numeric(60, 0),
  reason text,
  primary key (organization_id, waiver_id, sequence)
);
create index waiver_entries_reservation on waiver_entries (organization_id, reservation_id);
select sluice_protect('waiver_entries', 'select, insert');

-- Requests by their keys: sent twice, done once.
create table waiver_requests (
  organization_id text not null,
  key text not null,
  request_hash text not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (organization_id, key)
);
select sluice_protect('waiver_requests', 'select, insert, delete');

-- What happened to a waiver beside its ledger: suspended, reinstated, revoked, surrendered, its letter published.
create table waiver_acts (
  organization_id text not null,
  waiver_id text not null,
  sequence integer not null,
  at timestamptz not null,
  by jsonb not null,
  act jsonb not null,
  receipt_sequence bigint,
  primary key (organization_id, waiver_id, sequence)
);
select sluice_protect('waiver_acts', 'select, insert');

create table waiver_reports (
  organization_id text not null,
  id text not null,
  waiver_id text not null,
  kind text not null,
  reference text,
  filed_on date not null,
  body text not null,
  at timestamptz not null,
  by jsonb not null,
  primary key (organization_id, id)
);
create index waiver_reports_of on waiver_reports (organization_id, waiver_id);
select sluice_protect('waiver_reports', 'select, insert');

create table waiver_reminders (
  organization_id text not null,
  waiver_id text not null,
  report text not null,
  stage text not null,
  at timestamptz not null,
  primary key (organization_id, waiver_id, report, stage)
);
select sluice_protect('waiver_reminders', 'select, insert');

create table waiver_letters (
  organization_id text not null,
  id text primary key,
  waiver_id text not null,
  version integer not null,
  -- Canonical JSON, byte for byte as it was signed.
  body text not null,
  signature text not null,
  key_id text not null,
  credential text not null,
  at timestamptz not null,
  unique (organization_id, waiver_id, version)
);
select sluice_protect('waiver_letters', 'select, insert');
-- A letter says publicly that it is one: who knows its number reads it, and nothing else of the organisation.
create policy published on waiver_letters for select using (id = current_setting('sluice.letter', true));

create trigger refuse_change before update or delete on waiver_entries
  for each row execute function sluice_refuse_change();

-- Who owns whom, as the organisation knows it: files kept as they came, and facts that somebody wrote down. What was
-- taken out stays on record and counts no longer.
create table ownership_sources (
  organization_id text not null,
  id text not null,
  name text not null,
  kind text not null check (kind in ('ftm', 'bods', 'csv', 'gleif')),
  bytes bytea not null,
  size integer not null,
  parties integer not null,
  ties integer not null,
  problems integer not null,
  created_at timestamptz not null,
  created_by jsonb not null,
  removed_at timestamptz,
  removed_by jsonb,
  primary key (organization_id, id)
);
select sluice_protect('ownership_sources', 'select, insert, update');

create table ownership_facts (
  organization_id text not null,
  id text not null,
  owner text not null,
  owner_name text,
  asset text not null,
  asset_name text,
  interest text not null,
  -- As it was written: 30, 25-50, >50, 1/3; null where it is not known.
  share text,
  from_date text,
  until_date text,
  source text not null,
  reference text not null,
  created_at timestamptz not null,
  created_by jsonb not null,
  removed_at timestamptz,
  removed_by jsonb,
  primary key (organization_id, id)
);
select sluice_protect('ownership_facts', 'select, insert, update');

-- What joins subjects to each other: facts that few parties have in common, as src/service/screening/fronts/fact-keys.ts
-- writes them. Null: not written yet; the desk fills it in when it is first asked.
alter table subjects add column fact_keys text[];
create index subjects_fact_keys on subjects using gin (fact_keys) where removed_at is null;
create index subjects_without_fact_keys on subjects (organization_id, id) where fact_keys is null and removed_at is null;

-- What persons decided of two subjects that may be one party. The newest row of a pair stands, as long as the facts on
-- both sides are those that were looked at.
create table same_party_decisions (
  organization_id text not null,
  id text not null,
  -- The smaller id first.
  subject_a text not null,
  subject_b text not null,
  fingerprint_a text not null,
  fingerprint_b text not null,
  same boolean not null,
  reason text not null,
  at timestamptz not null,
  by jsonb not null,
  primary key (organization_id, id),
  check (subject_a < subject_b)
);
create index same_party_decisions_a on same_party_decisions (organization_id, subject_a);
create index same_party_decisions_b on same_party_decisions (organization_id, subject_b);
select sluice_protect('same_party_decisions', 'select, insert, delete');

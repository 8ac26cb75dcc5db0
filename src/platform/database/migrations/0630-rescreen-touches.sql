-- Which change of the lists touched which subject in a re-screening: what a person asks of a new edition first.
create table rescreen_touches (
  organization_id text not null,
  run_id text not null,
  number integer not null,
  subject_id text not null,
  entity_id text not null,
  caption text not null,
  lists text[] not null,
  change text not null check (change in ('listed', 'changed', 'delisted')),
  changes jsonb not null,
  score_before double precision,
  score_after double precision,
  primary key (organization_id, run_id, number)
);
select sluice_protect('rescreen_touches');

alter table rescreens add column touches integer not null default 0;

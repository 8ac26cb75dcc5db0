-- Files that are screened row by row without becoming subjects. `bytes` is emptied when the batch has ended; `run`
-- counts the times that it was started, so that an attempt of an earlier start ends when it sees a later one.
create table batches (
  organization_id text not null,
  id text not null,
  name text not null,
  sha256 text not null,
  bytes bytea,
  options jsonb not null,
  head jsonb not null,
  state text not null check (state in ('draft', 'waiting', 'running', 'stopped', 'done', 'failed')),
  run integer not null default 0,
  rows_total integer,
  rows_done integer not null default 0,
  hits integer not null default 0,
  clear integer not null default 0,
  errors integer not null default 0,
  suppressed integer not null default 0,
  snapshot text,
  policy_version integer,
  failure text,
  created_at timestamptz not null,
  created_by jsonb not null,
  -- Of the latest run: when it began to screen, and how many rows stood then.
  run_at timestamptz,
  run_from integer not null default 0,
  progress_at timestamptz,
  ended_at timestamptz,
  primary key (organization_id, id)
);
select sluice_protect('batches');

create table batch_rows (
  organization_id text not null,
  batch_id text not null,
  row integer not null,
  result text not null check (result in ('hit', 'no-hit', 'error')),
  body jsonb not null,
  -- The lists that answered this row; they may change while a large file is screened.
  snapshot text not null,
  primary key (organization_id, batch_id, row),
  foreign key (organization_id, batch_id) references batches (organization_id, id) on delete cascade
);
create index batch_rows_result on batch_rows (organization_id, batch_id, result, row);
select sluice_protect('batch_rows', 'select, insert, delete');

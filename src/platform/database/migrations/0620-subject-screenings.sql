-- Every screening of a subject: when, on which lists and by what, and what came of it.
create table subject_screenings (
  organization_id text not null,
  subject_id text not null,
  place bigint generated always as identity,
  at timestamptz not null,
  snapshot text not null,
  screened_with text not null,
  channel text not null,
  -- How many listed parties were near, how many of them were hits, and the score of the nearest.
  near integer not null,
  hits integer not null,
  score real,
  opened text[] not null,
  closed text[] not null,
  primary key (organization_id, subject_id, place)
);
select sluice_protect('subject_screenings', 'select, insert, delete');

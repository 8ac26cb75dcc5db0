-- Mails about reports that are due, written down with the reminder and sent after it: one for each person, once.
create table waiver_mails (
  organization_id text not null,
  waiver_id text not null,
  report text not null,
  stage text not null,
  person_id text not null,
  at timestamptz not null,
  attempts integer not null default 0,
  sent_at timestamptz,
  -- Why it will not be sent any more, or what the mail server said last.
  problem text,
  given_up boolean not null default false,
  primary key (organization_id, waiver_id, report, stage, person_id),
  foreign key (organization_id, waiver_id, report, stage)
    references waiver_reminders (organization_id, waiver_id, report, stage)
);
create index waiver_mails_waiting on waiver_mails (organization_id, at) where sent_at is null and not given_up;
select sluice_protect('waiver_mails', 'select, insert, update');

-- Who wants no such mail.
create table waiver_mail_refusals (
  organization_id text not null,
  person_id text not null,
  primary key (organization_id, person_id)
);
select sluice_protect('waiver_mail_refusals', 'select, insert, delete');

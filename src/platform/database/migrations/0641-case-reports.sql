-- The case of disguised work that a report follows from; one draft of a kind for each.
alter table legal_reports add column case_id text;
create unique index legal_reports_case on legal_reports (organization_id, case_id, kind) where case_id is not null;

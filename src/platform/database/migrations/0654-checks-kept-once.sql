-- A check's receipt is kept once: in the log, whose bodies can be erased where a law asks for it. Beside the check it stood
-- once more, and stayed when it was erased there. What was written before keeps its text until its body goes.
alter table checks alter column receipt drop not null;
create index checks_kept_twice on checks (organization_id, receipt_sequence) where receipt is not null;

update checks set receipt = null
  from receipt_erasures erased
  where erased.organization_id = checks.organization_id and erased.sequence = checks.receipt_sequence;

create function sluice_check_goes() returns trigger
language plpgsql
as $$
begin
  update checks set receipt = null
    where organization_id = old.organization_id and receipt_sequence = old.sequence and receipt is not null;
  return null;
end
$$;
create trigger check_goes after delete on receipt_bodies for each row execute function sluice_check_goes();

-- The receipt within the body that the log has of a check, {"check":…,"by":…,"receipt":…}: byte for byte. Quotes inside of
-- a string are written with a backslash, so the key is where it is first found.
create function sluice_receipt_in(body text) returns text
language sql immutable parallel safe
return substr(body, strpos(body, ',"receipt":') + 11, length(body) - strpos(body, ',"receipt":') - 11);
grant execute on function sluice_receipt_in(text) to sluice_app, sluice_system;

-- Checks with their receipts. Where the body was erased there is none, but the place of the receipt that says why.
-- Both are asked for row by row, so that a page is cut out of the checks before any body is read.
create view kept_checks with (security_invoker = true) as
  select organization_id, id, reference, kind, at, answer, created_at, created_by, policy_version, snapshot,
    coalesce(receipt, (
      select sluice_receipt_in(body) from receipt_bodies body
      where body.organization_id = checks.organization_id and body.sequence = checks.receipt_sequence
    )) as receipt,
    (
      select erasure_sequence from receipt_erasures erased
      where erased.organization_id = checks.organization_id and erased.sequence = checks.receipt_sequence
    ) as erased_by,
    receipt_hash, receipt_sequence, alerts, holds
  from checks;
grant select on kept_checks to sluice_app, sluice_system;

-- Who did what, when, from where. Append-only; the origin of an act is personal data and goes after its own time.

create table audit_entries (
  id text primary key,
  organization_id text not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'key', 'service', 'nobody')),
  actor_id text not null check (length(actor_id) <= 200),
  actor_name text not null check (length(actor_name) <= 200),
  role text,
  action text not null check (length(action) <= 200),
  target_kind text not null check (length(target_kind) <= 100),
  target_id text not null check (length(target_id) <= 400),
  -- Null for an act; an HTTP status for a request.
  status smallint,
  trace_id text check (length(trace_id) <= 64),
  details jsonb check (pg_column_size(details) <= 8192)
);
select sluice_protect('audit_entries', 'select, insert, delete');
create index audit_entries_of on audit_entries (organization_id, id desc);
create index audit_entries_by_actor on audit_entries (organization_id, actor_id, id desc);
create index audit_entries_by_target on audit_entries (organization_id, target_id, id desc);
create index audit_entries_by_age on audit_entries (organization_id, at);

create table audit_origins (
  entry_id text primary key references audit_entries on delete cascade,
  organization_id text not null,
  address inet not null,
  program text check (length(program) <= 300)
);
select sluice_protect('audit_origins', 'select, insert, delete');

-- The service may remove what is older than the organisation's own retention, and change nothing.
create function sluice_audit_may_go() returns trigger
language plpgsql
as $$
declare
  made timestamptz;
  kept interval;
begin
  if tg_op = 'DELETE' and current_user <> 'sluice_app'
     and old.organization_id = current_setting('sluice.purge_organization', true) then
    return old;
  end if;
  if tg_op = 'DELETE' and tg_table_name = 'audit_entries' then
    kept := make_interval(years => coalesce(
      (select audit_years from retention_policies where organization_id = old.organization_id), 10));
    if old.at < now() - kept then
      return old;
    end if;
  elsif tg_op = 'DELETE' then
    select at into made from audit_entries where id = old.entry_id;
    kept := make_interval(days => coalesce(
      (select origins_days from retention_policies where organization_id = old.organization_id), 365));
    if made is null or made < now() - kept then
      return old;
    end if;
  end if;
  raise exception '% is append-only: % is refused before its time is over', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation';
end
$$;
create trigger may_go before update or delete on audit_entries for each row execute function sluice_audit_may_go();
create trigger may_go before update or delete on audit_origins for each row execute function sluice_audit_may_go();
create trigger refuse_truncate before truncate on audit_entries
  for each statement execute function sluice_refuse_change();

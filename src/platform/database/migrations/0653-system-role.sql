-- Two policies of one role are joined by "or", and behind an "or" no index on organization_id is looked into: every list of
-- an organisation read the rows of all. So who walks all of them does it as a role of its own, which the service becomes
-- for such a transaction (`asSystem`), and the service's own role has the organisation's policy alone.
do $$
begin
  if not exists (select from pg_roles where rolname = 'sluice_system') then
    create role sluice_system nologin nosuperuser nocreatedb nocreaterole noinherit nobypassrls;
  end if;
end
$$;
grant sluice_system to sluice_app with inherit false, set true;

-- It may what sluice_app may, table by table: a member of sluice_app it cannot be, since sluice_app is one of its own.
do $$
declare
  one record;
begin
  for one in
    select privilege.privilege_type as what,
      format('%s %s', case relation.relkind when 'S' then 'sequence' else 'table' end, relation.oid::regclass) as target
    from pg_class relation, aclexplode(relation.relacl) privilege
    where privilege.grantee = 'sluice_app'::regrole
    union all
    select privilege.privilege_type, format('schema %I', nspname)
    from pg_namespace, aclexplode(nspacl) privilege where privilege.grantee = 'sluice_app'::regrole
    union all
    select privilege.privilege_type, format('function %s', routine.oid::regprocedure)
    from pg_proc routine, aclexplode(routine.proacl) privilege where privilege.grantee = 'sluice_app'::regrole
  loop
    execute format('grant %s on %s to sluice_system', one.what, one.target);
  end loop;
  -- The owner walks them as well: to back up, to restore, to take an organisation away.
  for one in
    select format('%I.%I', schemaname, tablename) as target from pg_policies
    where policyname = 'system_walks_all' and schemaname <> 'auth'
  loop
    execute format('alter policy system_walks_all on %s to sluice_system, current_user', one.target);
  end loop;
end
$$;

create or replace function sluice_protect(target regclass, privileges text default 'select, insert, update, delete')
returns void
language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy organization_only on %s
       using (organization_id = current_setting(''sluice.organization'', true))
       with check (organization_id = current_setting(''sluice.organization'', true))',
    target);
  execute format(
    'create policy system_walks_all on %s to sluice_system, current_user
       using (current_setting(''sluice.system'', true) = ''on'')
       with check (current_setting(''sluice.system'', true) = ''on'')',
    target);
  execute format('revoke all on %s from sluice_app, sluice_system', target);
  execute format('grant %s on %s to sluice_app, sluice_system', privileges, target);
end
$$;

-- What the service's role may not, it may not as that role either.
create or replace function sluice_refuse_change() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'DELETE'
     and current_user not in ('sluice_app', 'sluice_system')
     and to_jsonb(old) ->> 'organization_id' = current_setting('sluice.purge_organization', true) then
    return old;
  end if;
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation';
end
$$;

create or replace function sluice_body_may_go() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'DELETE' and current_user not in ('sluice_app', 'sluice_system')
     and old.organization_id = current_setting('sluice.purge_organization', true) then
    return old;
  end if;
  if tg_op = 'DELETE'
     and exists (select from receipt_erasures
       where organization_id = old.organization_id and sequence = old.sequence)
     and not exists (select from receipt_holds
       where organization_id = old.organization_id and released_at is null
         and old.sequence between coalesce(from_sequence, 1) and coalesce(to_sequence, old.sequence)) then
    return old;
  end if;
  raise exception 'receipt_bodies: % is refused without a recorded erasure, or under a hold', lower(tg_op)
    using errcode = 'restrict_violation';
end
$$;

create or replace function sluice_audit_may_go() returns trigger
language plpgsql
as $$
declare
  made timestamptz;
  kept interval;
begin
  if tg_op = 'DELETE' and current_user not in ('sluice_app', 'sluice_system')
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

-- What each check asks: who of these subjects is a false positive, and which alert on the pair is the newest.
create index suppressions_of_subject on suppressions (organization_id, subject_fingerprint) where revoked_at is null;
create index alerts_pair on alerts (organization_id, entity_id, subject_fingerprint, id);
drop index alerts_entity;

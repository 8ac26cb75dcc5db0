-- Two roles that own nothing. sluice_app serves the desks under row-level security; sluice_auth alone reaches the
-- tables of sign-in. Both get their passwords from the program at each start, never from a file.
do $$
begin
  if not exists (select from pg_roles where rolname = 'sluice_app') then
    create role sluice_app login nosuperuser nocreatedb nocreaterole noinherit nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'sluice_auth') then
    create role sluice_auth login nosuperuser nocreatedb nocreaterole noinherit nobypassrls;
  end if;
end
$$;

revoke create on schema public from public;
grant usage on schema public to sluice_app;

create schema auth;
grant usage on schema auth to sluice_auth;
alter default privileges in schema auth grant select, insert, update, delete on tables to sluice_auth;

-- What every table of an organisation's rows goes through: `select sluice_protect('subjects');` at its creation. It
-- needs a column organization_id text not null. An append-only table names fewer privileges:
-- `select sluice_protect('receipts', 'select, insert');`
create function sluice_protect(target regclass, privileges text default 'select, insert, update, delete')
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
    'create policy system_walks_all on %s
       using (current_setting(''sluice.system'', true) = ''on'')
       with check (current_setting(''sluice.system'', true) = ''on'')',
    target);
  execute format('revoke all on %s from sluice_app', target);
  execute format('grant %s on %s to sluice_app', privileges, target);
end
$$;

revoke execute on function sluice_protect(regclass, text) from public;

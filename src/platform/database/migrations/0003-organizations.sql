-- Organisations, who belongs to them, the links that let people in, and the keys of machines. Reached only by
-- sluice_auth, and there again under row-level security.

create table auth.organization (
  id text primary key,
  name text not null check (length(name) between 1 and 200),
  -- Made at the first start to be looked at, and thrown away by one command.
  demo boolean not null default false,
  created_at timestamptz not null
);
create unique index organization_one_demo on auth.organization (demo) where demo;

create table auth.membership (
  organization_id text not null references auth.organization (id) on delete cascade,
  user_id text not null references auth."user" (id) on delete cascade,
  role text not null check (role in ('owner', 'admin', 'analyst', 'second-reviewer', 'auditor', 'developer')),
  created_at timestamptz not null,
  primary key (organization_id, user_id)
);
create index membership_user on auth.membership (user_id);

create table auth.one_time_link (
  id text primary key,
  purpose text not null check (purpose in ('first-owner', 'invitation', 'new-password')),
  -- SHA-256 of the token in the link: who reads this table gets in by none of them.
  token_hash text not null unique,
  organization_id text references auth.organization (id) on delete cascade,
  email text,
  role text check (role in ('owner', 'admin', 'analyst', 'second-reviewer', 'auditor', 'developer')),
  user_id text references auth."user" (id) on delete cascade,
  created_by text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  check (purpose = 'first-owner' or organization_id is not null),
  check (purpose <> 'invitation' or (email is not null and role is not null)),
  check (purpose <> 'new-password' or user_id is not null)
);
create index one_time_link_organization on auth.one_time_link (organization_id, created_at);
create index one_time_link_email on auth.one_time_link (lower(email)) where purpose = 'invitation';

create table auth.api_key (
  id text primary key,
  organization_id text not null references auth.organization (id) on delete cascade,
  name text not null check (length(name) between 1 and 200),
  -- SHA-256 of the key: 256 random bits need no slow hash.
  key_hash text not null unique,
  -- Its first characters, by which people tell their keys apart.
  start text not null,
  permissions text[] not null,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  last_used_from text,
  revoked_at timestamptz
);
create index api_key_organization on auth.api_key (organization_id, created_at);

-- What tells whether the program's secret is the one that this database was used with before.
create table auth.secret_check (
  only_row boolean primary key default true check (only_row),
  fingerprint text not null
);

do $$
declare
  target text;
  column_name text;
begin
  foreach target in array array['organization', 'membership', 'one_time_link', 'api_key'] loop
    column_name := case target when 'organization' then 'id' else 'organization_id' end;
    execute format('alter table auth.%I enable row level security', target);
    execute format('alter table auth.%I force row level security', target);
    execute format(
      'create policy organization_only on auth.%1$I
         using (%2$I = current_setting(''sluice.organization'', true))
         with check (%2$I = current_setting(''sluice.organization'', true))',
      target, column_name);
    execute format(
      'create policy system_walks_all on auth.%I
         using (current_setting(''sluice.system'', true) = ''on'')
         with check (current_setting(''sluice.system'', true) = ''on'')',
      target);
  end loop;
end
$$;

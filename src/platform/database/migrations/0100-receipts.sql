-- The log of receipts: one chain and one Merkle tree (RFC 9162) per organisation. What a leaf commits to never changes;
-- a body can be erased under rules, and leaves its salted digest behind.

-- Changing what is append-only is refused to everyone, the owner included. The one way around it is to take away a
-- whole organisation (the demonstration's): the owner says so for its transaction. sluice_app has no such privilege.
create function sluice_refuse_change() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'DELETE'
     and current_user <> 'sluice_app'
     and to_jsonb(old) ->> 'organization_id' = current_setting('sluice.purge_organization', true) then
    return old;
  end if;
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation';
end
$$;

create function sluice_append_only(target regclass) returns void
language plpgsql
as $$
begin
  execute format('create trigger refuse_change before update or delete on %s
    for each row execute function sluice_refuse_change()', target);
  execute format('create trigger refuse_truncate before truncate on %s
    for each statement execute function sluice_refuse_change()', target);
end
$$;

revoke execute on function sluice_append_only(regclass) from public;

-- The end of each log; its row is the lock under which receipts are appended.
create table receipt_logs (
  organization_id text primary key check (organization_id ~ '^[A-Za-z0-9_-]{1,128}$'),
  size bigint not null check (size >= 0),
  chain bytea check (octet_length(chain) = 32),
  -- The hashes of the perfect subtrees that the tree falls into, from the left, one after the other.
  peaks bytea not null check (octet_length(peaks) % 32 = 0)
);
select sluice_protect('receipt_logs', 'select, insert, update');

create table receipts (
  organization_id text not null references receipt_logs,
  sequence bigint not null check (sequence >= 1),
  kind text not null check (kind ~ '^[a-z][a-z0-9.-]{0,39}$'),
  at timestamptz not null,
  previous bytea check (octet_length(previous) = 32),
  body_digest bytea not null check (octet_length(body_digest) = 32),
  hash bytea not null,
  primary key (organization_id, sequence),
  unique (organization_id, hash)
);
select sluice_protect('receipts', 'select, insert');
select sluice_append_only('receipts');
create index receipts_of_kind on receipts (organization_id, kind, sequence);

-- The database checks for itself what the program says: the leaf's own hash, and that it follows the one before.
create function sluice_receipt_fits() returns trigger
language plpgsql
as $$
declare
  leaf text;
  before bytea;
begin
  leaf := format(E'sluice-receipt/1\nlog %s\nsequence %s\nkind %s\nat %s\nprevious %s\nbody %s\n',
    new.organization_id, new.sequence, new.kind,
    to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    coalesce(encode(new.previous, 'hex'), 'none'), encode(new.body_digest, 'hex'));
  if new.hash <> sha256('\x00'::bytea || convert_to(leaf, 'UTF8')) then
    raise exception 'receipt % has a hash that is not its own', new.sequence using errcode = 'check_violation';
  end if;
  select hash into before from receipts
    where organization_id = new.organization_id and sequence = new.sequence - 1;
  if before is distinct from new.previous or (before is null) <> (new.sequence = 1) then
    raise exception 'receipt % does not follow the one before', new.sequence using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger fits before insert on receipts for each row execute function sluice_receipt_fits();

-- Inner nodes of the tree (level 1 and up): a proof reads a few of them and no leaf beside its own.
create table receipt_nodes (
  organization_id text not null references receipt_logs,
  level smallint not null check (level >= 1),
  position bigint not null check (position >= 0),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (organization_id, level, position)
);
select sluice_protect('receipt_nodes', 'select, insert');
select sluice_append_only('receipt_nodes');

create table receipt_heads (
  organization_id text not null references receipt_logs,
  size bigint not null check (size >= 1),
  at timestamptz not null,
  root bytea not null check (octet_length(root) = 32),
  chain bytea not null check (octet_length(chain) = 32),
  key_id text not null,
  -- What was signed, to the byte.
  text text not null,
  signature bytea not null check (octet_length(signature) = 64),
  primary key (organization_id, size)
);
select sluice_protect('receipt_heads', 'select, insert');
select sluice_append_only('receipt_heads');

-- Public keys that signed heads, of the whole installation: no organisation's, no secret. A key after the first is
-- vouched for by the one before, or says why it could not be.
create table receipt_keys (
  number bigint generated always as identity,
  key_id text primary key,
  public_key bytea not null,
  at timestamptz not null,
  vouched_by text references receipt_keys,
  vouch bytea,
  reason text,
  check ((vouched_by is null) = (vouch is null))
);
grant select, insert on receipt_keys to sluice_app;
select sluice_append_only('receipt_keys');

create table receipt_holds (
  id text primary key,
  organization_id text not null,
  -- Null: from the first, to the last and those to come.
  from_sequence bigint,
  to_sequence bigint,
  reason text not null,
  placed_by text not null,
  placed_at timestamptz not null,
  released_by text,
  released_at timestamptz,
  release_reason text,
  check ((released_at is null) = (released_by is null))
);
select sluice_protect('receipt_holds', 'select, insert, update (released_by, released_at, release_reason)');
create index receipt_holds_in_force on receipt_holds (organization_id) where released_at is null;

create function sluice_release_once() returns trigger
language plpgsql
as $$
begin
  if old.released_at is not null then
    raise exception 'hold % is released already', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger release_once before update on receipt_holds
  for each row execute function sluice_release_once();

create table receipt_bodies (
  organization_id text not null,
  sequence bigint not null,
  salt bytea not null check (octet_length(salt) = 32),
  body text not null,
  primary key (organization_id, sequence),
  foreign key (organization_id, sequence) references receipts
);
select sluice_protect('receipt_bodies', 'select, insert, delete');

-- Which bodies were erased, and by which receipt of kind `erasure` that says who, why and on what ground.
create table receipt_erasures (
  organization_id text not null,
  sequence bigint not null,
  erasure_sequence bigint not null,
  at timestamptz not null,
  primary key (organization_id, sequence),
  foreign key (organization_id, sequence) references receipts,
  foreign key (organization_id, erasure_sequence) references receipts
);
select sluice_protect('receipt_erasures', 'select, insert');
select sluice_append_only('receipt_erasures');

create function sluice_body_fits() returns trigger
language plpgsql
as $$
begin
  if not exists (select from receipts
      where organization_id = new.organization_id and sequence = new.sequence
        and body_digest = sha256(new.salt || convert_to(new.body, 'UTF8'))) then
    raise exception 'the body is not the one that receipt % commits to', new.sequence
      using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger fits before insert on receipt_bodies for each row execute function sluice_body_fits();

create function sluice_body_may_go() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'DELETE' and current_user <> 'sluice_app'
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
create trigger may_go before update or delete on receipt_bodies
  for each row execute function sluice_body_may_go();
create trigger refuse_truncate before truncate on receipt_bodies
  for each statement execute function sluice_refuse_change();

-- How long an organisation keeps things; a row for each that departs from the program's defaults.
create table retention_policies (
  organization_id text primary key,
  receipts_years smallint not null check (receipts_years between 1 and 100),
  audit_years smallint not null check (audit_years between 1 and 100),
  origins_days smallint not null check (origins_days between 1 and 3660),
  reason text not null,
  set_by text not null,
  set_at timestamptz not null
);
select sluice_protect('retention_policies', 'select, insert, update');

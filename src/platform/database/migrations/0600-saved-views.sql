-- Views of a desk's page under a name: what follows the "?" of its address. Without an owner it is the team's.
create table saved_views (
  organization_id text not null,
  id text not null,
  page text not null,
  name text not null,
  query text not null,
  owner_id text,
  created_at timestamptz not null,
  created_by jsonb not null,
  primary key (organization_id, id)
);
-- A name stands once among the team's views of a page, and once among each person's own.
create unique index saved_views_name on saved_views (organization_id, page, lower(name), coalesce(owner_id, ''));
select sluice_protect('saved_views', 'select, insert, delete');

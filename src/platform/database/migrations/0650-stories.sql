-- An organisation made for the telling of a story: what is asked there may give the day on which it is asked. It is a
-- demonstration from its first moment, and no organisation ever becomes one or ceases to be one.
alter table auth.organization
  -- The organisation that had it told; one telling each, until it is thrown away.
  add column story_of text unique,
  add constraint organization_story_is_demo check (story_of is null or demo);

drop index auth.organization_one_demo;
create unique index organization_one_demo on auth.organization (demo) where demo and story_of is null;

create function auth.keep_kind_of_organization() returns trigger language plpgsql as $$
begin
  if new.demo is distinct from old.demo or new.story_of is distinct from old.story_of then
    raise exception 'an organisation stays what it was made as' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger organization_keeps_its_kind before update on auth.organization
  for each row execute function auth.keep_kind_of_organization();

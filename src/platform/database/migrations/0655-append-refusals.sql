-- As `sluice_refuse_append()` of 0652, and tells the two reasons apart: others wrote to the log (SLM01), which they will do
-- again, or the grounds of this one statement have changed (SLM02), which says nothing of the next.
create function sluice_refuse_append(sound boolean) returns integer
language plpgsql
as $$
begin
  if sound then
    raise exception 'the log has another end by now' using errcode = 'SLM01';
  end if;
  raise exception 'the grounds of what is appended have changed' using errcode = 'SLM02';
end
$$;

-- Ends the transaction of a statement that appends behind an end of the log which is none any more, or on grounds that
-- have changed: nothing of it is kept, and who sent it begins anew with what stands now.
create function sluice_refuse_append() returns integer
language plpgsql
as $$
begin
  raise exception 'the log has another end by now, or its grounds have changed' using errcode = 'SLM01';
end
$$;

-- The parts of a visit's name are told apart by a sign that JSON need not escape.
update worker_states set state = replace(state, '\u001f', chr(127)), dirty = true;

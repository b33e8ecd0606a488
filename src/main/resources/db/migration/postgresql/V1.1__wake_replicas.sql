-- Replicas re-read active_release every second; this only wakes them earlier.
create function wake_replicas() returns trigger language plpgsql as
$$
begin
    perform pg_notify('active_release', new.release_id);
    return new;
end;
$$;

create trigger active_release_changed
    after insert or update on active_release
    for each row execute function wake_replicas();

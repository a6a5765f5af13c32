-- audittrail: an entry in one question. Whoever adds it brings the key he believes its object has; where it has another, he is told
-- and comes again. Runs with the rights of who asks, so that the wall looks at the entry (docs/adr/0084, 0101).

create function audittrail_add(node uuid, at timestamptz, business date, actor uuid, act text, kind text, object uuid, command uuid,
    believed bytea, sealed bytea, committed bytea) returns bytea
    language plpgsql security invoker set search_path = public as
$$
declare
    kept constant bytea := audittrail_key_of(object, node, believed);
begin
    if kept <> believed then
        return kept;
    end if;
    -- Of an object whose key is destroyed nothing but the commitment is kept.
    insert into audittrail_entry (node_id, recorded_at, business_date, actor_id, action, object_kind, object_id, command_id, subject_id,
        content, commitment)
    values (node, at, business, actor, act, kind, object, command, object, case when kept is null then '' else sealed end, committed);
    return null;
end
$$;
comment on function audittrail_add(uuid, timestamptz, date, uuid, text, text, uuid, uuid, bytea, bytea, bytea) is
    'Adds an entry (写入留痕); null, or the key of its object if another one was believed';

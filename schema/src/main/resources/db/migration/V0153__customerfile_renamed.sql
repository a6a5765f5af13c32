-- customerfile: a party may have files in several companies; whoever renames it reaches those of his own only, and the lists of
-- the others would keep the old name.

create function customerfile_renamed(party uuid, kinds text[], found_by text[]) returns void
    language sql security definer set search_path = public
as $$
    update customerfile_overview o set name = p.name, recorded_at = now()
    from customerfile_file f join customerfile_party p on p.id = f.party_id
    where f.party_id = party and o.file_id = f.id and o.name <> p.name;
    insert into customerfile_search (file_id, node_id, kind, words)
    select f.id, f.node_id, w.kind, w.words
    from customerfile_file f cross join unnest(kinds, found_by) w (kind, words)
    where f.party_id = party
    on conflict do nothing;
$$;
comment on function customerfile_renamed(uuid, text[], text[]) is
    'Shows the present name of a party (客户主体) in the lists of all companies and lets it be found by it';
revoke all on function customerfile_renamed(uuid, text[], text[]) from public;
grant execute on function customerfile_renamed(uuid, text[], text[]) to xd_app;

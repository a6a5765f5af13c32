-- Evidence withholds what is said of files that its reader may not read, as lists do (docs/adr/0092).

create or replace function audittrail_evidence(nodes uuid[], first bigint, behind bigint)
    returns table (index bigint, hash bytea, written_at timestamptz, writer text, counter bigint, commitment bytea,
        within boolean, subject_id uuid, content bytea, wrapped bytea)
    language sql stable security definer set search_path = public
as $$
    select l.index, l.hash, l.written_at, l.writer, l.counter, e.commitment, s.seen,
        case when s.seen then e.subject_id end, case when s.seen then e.content end, case when s.seen then k.wrapped end
    from (select secrecy_closed() as files) closed
    cross join audittrail_leaf l
    join audittrail_entry e on e.id = l.entry_id
    cross join lateral (select e.node_id = any (nodes) and e.object_id <> all (closed.files) as seen) s
    left join audittrail_key k on k.subject_id = e.subject_id
    where l.index >= first and l.index < behind
    order by l.index
$$;

-- secrecy: jobs work past the wall; where one changes files for somebody, it asks which of them are closed to him (docs/adr/0092).

create function secrecy_closed_to(reader uuid, company uuid) returns setof uuid
    language sql stable parallel safe security definer set search_path = public
as $$
    select o.file_id from customerfile_overview o
    where o.level > 1 and o.node_id = company
        and o.level > coalesce((select c.level from secrecy_clearance c where c.user_id = reader), 1)
        and not exists (select from secrecy_request r
            where r.requester_id = reader and r.file_id = o.file_id and r.state = 'granted'
                and r.ends_at > now() + make_interval(secs => coalesce((select offset_seconds from platform_clock), 0)))
$$;
comment on function secrecy_closed_to(uuid, uuid) is
    'Files of a company that a person may not read (密级以上档案): above the clearance and not granted; for jobs';
revoke all on function secrecy_closed_to(uuid, uuid) from public;
grant execute on function secrecy_closed_to(uuid, uuid) to xd_engine;

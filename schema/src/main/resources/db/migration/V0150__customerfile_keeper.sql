-- customerfile: every file has a keeper and a deputy keeper, and who they were is known (docs/adr/0097).

alter table customerfile_file rename column owner_id to keeper_id;
alter table customerfile_file
    add column deputy_keeper_id uuid references identity_user (id),
    add constraint customerfile_file_two_keepers check (deputy_keeper_id <> keeper_id);
alter index customerfile_file_owner rename to customerfile_file_keeper;
create index customerfile_file_deputy_keeper on customerfile_file (deputy_keeper_id) where deputy_keeper_id is not null;
comment on column customerfile_file.keeper_id is 'The one person who keeps the file (专管员)';
comment on column customerfile_file.deputy_keeper_id is 'Who keeps it when the keeper is away (副专管员); never the keeper himself';

alter table customerfile_overview rename column owner_id to keeper_id;
alter table customerfile_overview add column deputy_keeper_id uuid references identity_user (id);
alter index customerfile_overview_owner rename to customerfile_overview_keeper;
create index customerfile_overview_deputy_keeper on customerfile_overview (deputy_keeper_id) where deputy_keeper_id is not null;

-- What was kept under the old word.
update customerfile_change set before = before - 'owner' || jsonb_build_object('keeper', before -> 'owner') where before ? 'owner';
update integration_mapping set mapping = replace(mapping::text, '"owner"', '"keeper"')::jsonb where kind = 'customers';
update integration_import set mapping = replace(mapping::text, '"owner"', '"keeper"')::jsonb,
    reading = replace(reading::text, '"owner"', '"keeper"')::jsonb
where kind = 'customers';
update integration_fault set faults = replace(replace(faults::text, '"owner"', '"keeper"'), '-owner"', '-keeper"')::jsonb
where faults::text like '%owner%';
update platform_view set body = replace(body::text, '"owner"', '"keeper"')::jsonb where body::text like '%"owner"%';

create function platform_today() returns date
    language sql stable parallel safe security definer set search_path = public
as $$
    select ((now() + make_interval(secs => coalesce((select offset_seconds from platform_clock), 0))) at time zone 'Asia/Shanghai')::date
$$;
comment on function platform_today() is 'The business date (业务日期), moved with the clock of a demonstration';

create table customerfile_keeping (
    id          uuid primary key default uuidv7(),
    node_id     uuid        not null references identity_node (id),
    file_id     uuid        not null references customerfile_file (id) on delete cascade,
    user_id     uuid        not null references identity_user (id),
    part        text        not null check (part in ('keeper', 'deputy')),
    valid_from  date        not null,
    valid_to    date check (valid_to >= valid_from),
    recorded_at timestamptz not null default now()
);
create index customerfile_keeping_file on customerfile_keeping (file_id, id);
create unique index customerfile_keeping_one on customerfile_keeping (file_id, part) where valid_to is null;
comment on table customerfile_keeping is 'Who kept which file from when to when (专管员沿革); written by a trigger, so that no way of changing a file is left out';
comment on column customerfile_keeping.valid_to is 'First day somebody else kept it';

-- Once per statement: an import or a hand-over changes many files at once.
create function customerfile_keep() returns trigger
    language plpgsql security definer set search_path = public as
$$
declare
    today constant date := platform_today();
begin
    if tg_op = 'UPDATE' then
        update customerfile_keeping k set valid_to = greatest(today, k.valid_from)
        from was w join became b on b.id = w.id
        where k.file_id = b.id and k.valid_to is null and (w.keeper_id, w.deputy_keeper_id) is distinct from (b.keeper_id, b.deputy_keeper_id)
            and k.user_id is distinct from case k.part when 'keeper' then b.keeper_id else b.deputy_keeper_id end;
        insert into customerfile_keeping (node_id, file_id, user_id, part, valid_from)
        select b.node_id, b.id, p.person, p.part, today
        from was w join became b on b.id = w.id
        cross join lateral (values ('keeper', b.keeper_id, w.keeper_id), ('deputy', b.deputy_keeper_id, w.deputy_keeper_id))
            as p (part, person, before)
        where p.person is not null and p.person is distinct from p.before;
    else
        insert into customerfile_keeping (node_id, file_id, user_id, part, valid_from)
        select b.node_id, b.id, p.person, p.part, today
        from became b cross join lateral (values ('keeper', b.keeper_id), ('deputy', b.deputy_keeper_id)) as p (part, person)
        where p.person is not null;
    end if;
    return null;
end
$$;
create trigger customerfile_file_kept_anew after insert on customerfile_file
    referencing new table as became for each statement execute function customerfile_keep();
create trigger customerfile_file_kept after update on customerfile_file
    referencing old table as was new table as became for each statement execute function customerfile_keep();

-- Nobody knows since when today's keepers keep; since the file was opened is the best there is.
insert into customerfile_keeping (node_id, file_id, user_id, part, valid_from)
select node_id, id, keeper_id, 'keeper', valid_from from customerfile_file where keeper_id is not null;

call platform_wall('customerfile_keeping'::regclass,
    'node_id = any ((select platform_nodes())::uuid[]) and file_id <> all ((select secrecy_closed())::uuid[])', 'false');
revoke insert, update, delete on customerfile_keeping from xd_app;

-- Counts what somebody keeps anywhere, also where the one who asks does not reach: only the number leaves.
create function customerfile_kept(person uuid, places uuid[]) returns bigint
    language sql stable security definer set search_path = public
as $$
    select count(*) from customerfile_file f
    where (f.keeper_id = person or f.deputy_keeper_id = person)
        and (places is null or coalesce(f.department_id, f.node_id) = any (places))
$$;
comment on function customerfile_kept(uuid, uuid[]) is
    'Files of which somebody is keeper or deputy keeper; of some departments, or of all (在管档案数)';

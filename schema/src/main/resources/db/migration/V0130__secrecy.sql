-- secrecy: how confidential a file is, who is cleared for what, and a second look of the wall at what hangs on files (docs/adr/0092).
-- Levels: 0 public 公开, 1 internal 内部, 2 confidential 秘密, 3 secret 机密. Everybody who signs in is cleared for 1, so the many
-- files of the usual level are never asked about.

alter table customerfile_file add column level smallint not null default 1 check (level between 0 and 3);
alter table customerfile_overview add column level smallint not null default 1 check (level between 0 and 3);
comment on column customerfile_file.level is 'Confidentiality (机密级别): 0 public, 1 internal, 2 confidential, 3 secret';
comment on column customerfile_overview.level is 'The same, for lists';
-- The few files that not everybody may read.
create index customerfile_overview_level on customerfile_overview (node_id, file_id) include (level) where level > 1;

create table secrecy_clearance (
    user_id    uuid primary key references identity_user (id),
    level      smallint    not null check (level between 1 and 3),
    version    integer     not null default 1,
    changed_at timestamptz not null default now()
);
comment on table secrecy_clearance is 'Up to which level a person is cleared (涉密权限); without a row up to 1, internal';

create table secrecy_setting (
    node_id        uuid primary key references identity_node (id),
    shown_in_lists boolean not null default true,
    segregation    text    not null default 'strict' check (segregation in ('strict', 'recorded-exception')),
    agreement      boolean not null default false,
    renewal_months integer not null default 12 check (renewal_months between 1 and 60),
    version        integer not null default 1
);
comment on table secrecy_setting is 'How the house keeps secrets (保密设置); one row, of the root node, or none as long as nobody changed anything';
comment on column secrecy_setting.shown_in_lists is 'Whether files above a reader''s clearance stay in lists with number and name';
comment on column secrecy_setting.segregation is 'What happens where somebody decides on his own request (不相容职务分离)';
comment on column secrecy_setting.agreement is 'Whether only who has acknowledged the confidentiality agreement gets in';

create table secrecy_request (
    id           uuid primary key default uuidv7(),
    node_id      uuid        not null references identity_node (id),
    file_id      uuid        not null references customerfile_file (id),
    requester_id uuid        not null references identity_user (id),
    purpose      text        not null check (length(purpose) between 1 and 500),
    days         integer     not null check (days between 1 and 90),
    state        text        not null default 'asked' check (state in ('asked', 'granted', 'refused', 'withdrawn', 'ended')),
    asked_at     timestamptz not null,
    decided_by   uuid references identity_user (id),
    decided_at   timestamptz,
    reason       text check (length(reason) between 1 and 500),
    ends_at      timestamptz,
    version      integer     not null default 1,
    check ((state in ('granted', 'ended')) = (ends_at is not null)),
    check ((state in ('granted', 'refused', 'ended')) = (decided_by is not null))
);
create index secrecy_request_granted on secrecy_request (requester_id, file_id) where state = 'granted';
create unique index secrecy_request_once on secrecy_request (requester_id, file_id) where state = 'asked';
create index secrecy_request_node on secrecy_request (node_id, id);
comment on table secrecy_request is 'Requests to read files above one''s clearance (查阅申请) and what became of them';
comment on column secrecy_request.ends_at is 'Until when a granted request opens the file to its requester';

create table secrecy_exception (
    id          uuid primary key default uuidv7(),
    node_id     uuid        not null references identity_node (id),
    recorded_at timestamptz not null,
    actor_id    uuid        not null references identity_user (id),
    actor_name  text        not null,
    act         text        not null,
    object_id   uuid        not null,
    object_name text        not null,
    reason      text        not null check (length(reason) between 1 and 500)
);
create index secrecy_exception_node on secrecy_exception (node_id, id);
comment on table secrecy_exception is 'Where somebody decided on his own request because nobody else was there (同人办理例外); only grows';

create trigger secrecy_exception_only_grows before update or delete on secrecy_exception
    for each row execute function platform_refuse_change();
revoke update, delete on secrecy_exception from xd_app, xd_engine;

-- Asked by every statement that reads behind the wall, once each; the partial index makes it cheap where there is nothing to hide.
create function secrecy_closed() returns uuid[]
    language sql stable parallel safe security definer set search_path = public
as $$
    select case when coalesce(current_setting('xd.prepares', true), '') = 'on' then '{}' else coalesce(array_agg(o.file_id), '{}') end
    from customerfile_overview o
    where o.level > 1 and o.node_id = any (platform_nodes())
        and o.level > coalesce((select c.level from secrecy_clearance c
            where c.user_id = nullif(current_setting('xd.user', true), '')::uuid), 1)
        and not exists (select from secrecy_request r
            where r.requester_id = nullif(current_setting('xd.user', true), '')::uuid and r.file_id = o.file_id and r.state = 'granted'
                and r.ends_at > now() + make_interval(secs => coalesce((select offset_seconds from platform_clock), 0)))
$$;
comment on function secrecy_closed() is
    'Files within the nodes of the request that its reader may not read (密级以上档案): above the clearance and not granted';

create function secrecy_shown() returns boolean
    language sql stable parallel safe security definer set search_path = public
as $$
    select coalesce(bool_and(shown_in_lists), true) from secrecy_setting
$$;
comment on function secrecy_shown() is 'Whether closed files stay in lists with number and name';

do
$$
declare
    within constant text := 'node_id = any ((select platform_nodes())::uuid[])';
    closed constant text := '(select secrecy_closed())::uuid[]';
    called text;
begin
    foreach called in array array['receivable_item', 'receivable_account', 'evaluation_rating', 'creditline_limit', 'warning_warning',
        'insight_assessment', 'customerfile_key', 'customerfile_change']
    loop
        execute format('alter policy request_reads on %I using (%s and file_id <> all (%s))', called, within, closed);
    end loop;
    execute format('alter policy request_reads on platform_decision using (%s and subject_id <> all (%s))', within, closed);
    execute format('alter policy request_reads on audittrail_entry using (%s and object_id <> all (%s))', within, closed);
    execute format('alter policy request_reads on receivable_snapshot_row using (%s and file_id <> all (%s))',
        'snapshot_id = any (array(select s.id from receivable_snapshot s))', closed);
    foreach called in array array['secrecy_request', 'secrecy_exception'] loop
        call platform_wall(called::regclass, within, within);
    end loop;
    -- Settings hold for the whole house and are read by everybody.
    call platform_wall('secrecy_setting', 'true', within);
end
$$;

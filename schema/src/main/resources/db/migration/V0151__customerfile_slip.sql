-- identity and customerfile: who leaves or changes department, and the slips by which files go to somebody else (docs/adr/0097).

alter table identity_user add column closed_at timestamptz, add constraint identity_user_closed check (closed_at is null or not active);
comment on column identity_user.closed_at is 'When the account was closed for good (销户); it never opens again';

create table identity_leave (
    id         uuid primary key default uuidv7(),
    node_id    uuid        not null references identity_node (id),
    user_id    uuid        not null references identity_user (id),
    kind       text        not null check (kind in ('leave', 'change')),
    last_day   date        not null,
    reason     text        not null check (length(reason) between 1 and 500),
    started_by uuid        not null references identity_user (id),
    started_at timestamptz not null,
    ended_at   timestamptz
);
create unique index identity_leave_one on identity_leave (user_id) where ended_at is null;
create index identity_leave_node on identity_leave (node_id);
comment on table identity_leave is 'People who leave, or go to another department (离岗、调岗)';
comment on column identity_leave.node_id is 'Node the person belonged to when it was started';
comment on column identity_leave.ended_at is 'When the account was closed, the person went, or it was called off';

create table customerfile_slip (
    id           uuid primary key default uuidv7(),
    node_id      uuid        not null references identity_node (id),
    giver_id     uuid        not null references identity_user (id),
    receiver_id  uuid        not null references identity_user (id),
    selection    text        not null check (selection in ('all', 'department', 'chosen')),
    department_id uuid references identity_node (id),
    note         text check (length(note) between 1 and 1000),
    files        integer     not null default 0 check (files >= 0),
    moved        integer check (moved between 0 and files),
    state        text        not null default 'made' check (state in ('made', 'given', 'received', 'refused', 'withdrawn')),
    made_by      uuid        not null references identity_user (id),
    made_at      timestamptz not null,
    given_by     uuid references identity_user (id),
    given_at     timestamptz,
    exception    text check (length(exception) between 1 and 500),
    received_at  timestamptz,
    reason       text check (length(reason) between 1 and 500),
    ended_at     timestamptz,
    version      integer     not null default 1,
    check (giver_id <> receiver_id),
    check (given_by is null or given_by <> receiver_id),
    check ((given_by is null) = (given_at is null)),
    check (given_by is null or given_by = giver_id or exception is not null),
    check (state not in ('given', 'received') or given_at is not null),
    check ((state = 'received') = (received_at is not null and moved is not null)),
    check ((state in ('made', 'given')) = (ended_at is null)),
    check ((selection = 'department') = (department_id is not null))
);
create index customerfile_slip_giver on customerfile_slip (giver_id, id);
create index customerfile_slip_receiver on customerfile_slip (receiver_id, id);
create index customerfile_slip_node on customerfile_slip (node_id, id);
comment on table customerfile_slip is 'Hand-over slips (移交单): files of one keeper for another, signed by both';
comment on column customerfile_slip.node_id is 'Node the giver belongs to';
comment on column customerfile_slip.given_by is 'The giver, or who signed in his place; then exception says why';
comment on column customerfile_slip.moved is 'Files that went over: those the giver still kept when the receiver signed';

create table customerfile_slip_item (
    slip_id  uuid    not null references customerfile_slip (id) on delete cascade,
    file_id  uuid    not null references customerfile_file (id) on delete cascade,
    giver_id uuid    not null references identity_user (id),
    open     boolean not null default true,
    primary key (slip_id, file_id)
);
-- No file of a keeper is on two slips at once, whoever is faster.
create unique index customerfile_slip_item_once on customerfile_slip_item (file_id, giver_id) where open;
comment on table customerfile_slip_item is 'Files on slips (移交单明细)';

do
$$
declare
    own constant text := '(select nullif(current_setting(''xd.user'', true), '''')::uuid)';
    within constant text := 'node_id = any ((select platform_nodes())::uuid[])';
    party constant text := within || ' or giver_id = ' || own || ' or receiver_id = ' || own;
    of_slip constant text := 'exists (select from customerfile_slip s where s.id = slip_id)';
begin
    call platform_wall('identity_leave'::regclass, within || ' or user_id = ' || own, within);
    -- Giver and receiver may belong to different companies; the slip belongs to both of them.
    call platform_wall('customerfile_slip'::regclass, party, party);
    call platform_wall('customerfile_slip_item'::regclass, of_slip, of_slip);
end
$$;

create function customerfile_slips_open(person uuid, places uuid[]) returns bigint
    language sql stable security definer set search_path = public
as $$
    select count(*) from customerfile_slip s
    where s.ended_at is null and (s.giver_id = person or (places is null and s.receiver_id = person))
        and (places is null or exists (select from customerfile_slip_item i join customerfile_file f on f.id = i.file_id
            where i.slip_id = s.id and coalesce(f.department_id, f.node_id) = any (places)))
$$;
comment on function customerfile_slips_open(uuid, uuid[]) is 'Slips somebody still has to sign or see signed (未完移交单数); of some departments as giver, or all';

create function secrecy_waiting(person uuid) returns table (company uuid, department uuid, requests bigint)
    language sql stable security definer set search_path = public
as $$
    select f.node_id, f.department_id, count(*) from secrecy_request r join customerfile_file f on f.id = r.file_id
    where r.state = 'asked' and r.requester_id <> person group by f.node_id, f.department_id
$$;
comment on function secrecy_waiting(uuid) is 'Requests to read files that wait for somebody else than their requester (待批查阅申请), by department';

create function integration_waiting(person uuid) returns bigint
    language sql stable security definer set search_path = public
as $$
    select count(*) from integration_import where user_id = person and state in ('uploaded', 'mapped', 'checking', 'checked')
$$;
comment on function integration_waiting(uuid) is 'Imports of somebody that nobody has confirmed (未确认导入数)';

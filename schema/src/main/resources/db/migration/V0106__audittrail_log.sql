-- The log nobody can bend (docs/adr/0084): entries take a dense number per writer as they are written, and soon after a place in a
-- Merkle tree whose root is signed. What they say is encrypted by a key per object, so that it can be destroyed and all proofs stay.

create table audittrail_writer (
    name     text primary key,
    last     bigint      not null check (last > 0),
    wrote_at timestamptz not null
);
comment on table audittrail_writer is 'How many entries each process of the database has written (写入者计数)';

create table audittrail_key (
    subject_id   uuid primary key,
    node_id      uuid        not null references identity_node (id),
    wrapped      bytea,
    created_at   timestamptz not null default clock_timestamp(),
    destroyed_at timestamptz,
    check ((wrapped is null) = (destroyed_at is not null))
);
comment on table audittrail_key is 'Keys of contents, one per object (内容密钥), wrapped by the secret of the installation';

alter table audittrail_entry
    add column commitment bytea check (length(commitment) = 32),
    add column subject_id uuid,
    add column content    bytea;

-- Entries from before: in the clear, as one writer's, in their order.
alter table audittrail_entry disable trigger audittrail_entry_only_grows;
update audittrail_entry e
set content = n.salt || n.said, commitment = sha256(n.salt || n.said)
from (select id, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) as salt,
          convert_to(jsonb_build_object('action', action, 'actor', jsonb_build_object('id', actor_id, 'name', actor_name), 'at', recorded_at,
              'basis', coalesce(basis, '{}'), 'businessDate', business_date, 'changes', changes, 'command', command_id, 'node', node_id,
              'object', jsonb_build_object('id', object_id, 'kind', object_kind, 'name', object_name))::text, 'UTF8') as said
      from audittrail_entry) n
where n.id = e.id;
alter table audittrail_entry enable trigger audittrail_entry_only_grows;

alter table audittrail_entry
    alter column commitment set not null,
    alter column content set not null,
    drop column actor_name,
    drop column object_name,
    drop column changes,
    drop column basis;
create index audittrail_entry_actor on audittrail_entry (actor_id, id);
comment on column audittrail_entry.commitment is 'SHA-256 of salt and content';
comment on column audittrail_entry.subject_id is 'Key of the content; null if it is in the clear';
comment on column audittrail_entry.content is 'Salt and canonical JSON, encrypted; what lists show is read from here';

create table audittrail_waiting (
    entry_id   uuid primary key references audittrail_entry (id),
    writer     text        not null,
    counter    bigint      not null check (counter > 0),
    written_at timestamptz not null,
    unique (writer, counter)
);
comment on table audittrail_waiting is 'Committed entries without a place yet (待编号)';
comment on column audittrail_waiting.writer is 'Number of the database process that wrote it';
comment on column audittrail_waiting.counter is 'Dense per writer, so that an entry removed before it had a place shows';
comment on column audittrail_waiting.written_at is 'Real time of the commit, which recorded_at of the entry is not while the clock is moved';
insert into audittrail_waiting (entry_id, writer, counter, written_at)
select id, 'before', row_number() over (order by id), max(recorded_at) over (order by id) from audittrail_entry;

create table audittrail_leaf (
    index      bigint primary key check (index >= 0),
    entry_id   uuid        not null unique references audittrail_entry (id),
    writer     text        not null,
    counter    bigint      not null,
    written_at timestamptz not null,
    hash       bytea       not null check (length(hash) = 32),
    unique (writer, counter)
);
comment on table audittrail_leaf is 'Places of entries in the tree (叶)';

create table audittrail_branch (
    level integer not null check (level between 1 and 62),
    index bigint  not null check (index >= 0),
    hash  bytea   not null check (length(hash) = 32),
    primary key (level, index)
);
comment on table audittrail_branch is 'Roots of perfect subtrees over 2^level leaves (节点)';

create table audittrail_checkpoint (
    number    bigint primary key check (number > 0),
    size      bigint      not null unique check (size > 0),
    signed_at timestamptz not null,
    frontier  bytea       not null,
    note      text        not null
);
comment on table audittrail_checkpoint is 'Signed roots (检查点), in the form of C2SP tlog-checkpoint';

-- Whoever adds an entry cannot choose its number or its time. At the end of its transaction, as checkpoints may be signed meanwhile
-- and no entry may be older than they are.
create function audittrail_wait() returns trigger
    language plpgsql security definer set search_path = public as
$$
declare
    -- A later connection with the same process number goes on with its count.
    by_whom text := pg_backend_pid();
    number  bigint;
    at      timestamptz;
begin
    insert into audittrail_writer as w (name, last, wrote_at) values (by_whom, 1, clock_timestamp())
    on conflict (name) do update set last = w.last + 1, wrote_at = greatest(w.wrote_at, excluded.wrote_at)
    returning w.last, w.wrote_at into number, at;
    insert into audittrail_waiting (entry_id, writer, counter, written_at) values (new.id, by_whom, number, at);
    return null;
end
$$;
create constraint trigger audittrail_entry_wait after insert on audittrail_entry
    deferrable initially deferred for each row execute function audittrail_wait();

-- The key of an object: the one there is, or the one offered; null if it is destroyed.
create function audittrail_key_of(subject uuid, node uuid, offered bytea) returns bytea
    language plpgsql security definer set search_path = public as
$$
declare
    kept bytea;
begin
    select wrapped into kept from audittrail_key where subject_id = subject;
    if not found then
        insert into audittrail_key (subject_id, node_id, wrapped) values (subject, node, offered) on conflict do nothing;
        select wrapped into kept from audittrail_key where subject_id = subject;
    end if;
    return kept;
end
$$;
comment on function audittrail_key_of(uuid, uuid, bytea) is 'Key of an object, made if need be (内容密钥)';

create function audittrail_wrapped(subject uuid) returns bytea
    language sql stable security definer set search_path = public
    return (select wrapped from audittrail_key where subject_id = subject);
comment on function audittrail_wrapped(uuid) is 'Key of an object whose entry the caller has already; null if it is destroyed';

-- Leaves of all companies, as one left out would break the proof; contents of the nodes only.
create function audittrail_evidence(nodes uuid[], first bigint, behind bigint)
    returns table (index bigint, hash bytea, written_at timestamptz, writer text, counter bigint, commitment bytea,
        within boolean, subject_id uuid, content bytea, wrapped bytea)
    language sql stable security definer set search_path = public
as $$
    select l.index, l.hash, l.written_at, l.writer, l.counter, e.commitment, e.node_id = any (nodes),
        case when e.node_id = any (nodes) then e.subject_id end, case when e.node_id = any (nodes) then e.content end,
        case when e.node_id = any (nodes) then k.wrapped end
    from audittrail_leaf l
    join audittrail_entry e on e.id = l.entry_id
    left join audittrail_key k on k.subject_id = e.subject_id
    where l.index >= first and l.index < behind
    order by l.index
$$;
comment on function audittrail_evidence(uuid[], bigint, bigint) is 'Entries by place for an evidence package (证据包)';

create trigger audittrail_leaf_only_grows before update or delete on audittrail_leaf
    for each row execute function platform_refuse_change();
create trigger audittrail_branch_only_grows before update or delete on audittrail_branch
    for each row execute function platform_refuse_change();
create trigger audittrail_checkpoint_only_grows before update or delete on audittrail_checkpoint
    for each row execute function platform_refuse_change();
create trigger audittrail_leaf_is_not_emptied before truncate on audittrail_leaf
    for each statement execute function platform_refuse_change();
create trigger audittrail_branch_is_not_emptied before truncate on audittrail_branch
    for each statement execute function platform_refuse_change();
create trigger audittrail_checkpoint_is_not_emptied before truncate on audittrail_checkpoint
    for each statement execute function platform_refuse_change();

revoke all on audittrail_writer, audittrail_key, audittrail_waiting, audittrail_leaf, audittrail_branch, audittrail_checkpoint
    from xd_app, xd_engine;
grant select on audittrail_leaf, audittrail_branch, audittrail_checkpoint to xd_app, xd_engine;
grant insert on audittrail_leaf, audittrail_branch, audittrail_checkpoint to xd_engine;
grant select, delete on audittrail_waiting to xd_engine;
grant select on audittrail_key, audittrail_writer to xd_engine;

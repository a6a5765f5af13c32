-- audittrail: who did what, when, on which grounds.

create table audittrail_entry (
    id            uuid primary key default uuidv7(),
    node_id       uuid        not null references identity_node (id),
    recorded_at   timestamptz not null default clock_timestamp(),
    business_date date        not null,
    actor_id      uuid        not null,
    actor_name    text        not null,
    action        text        not null check (action ~ '^[a-z]+\.[a-z-]+$'),
    object_kind   text        not null,
    object_id     uuid        not null,
    object_name   text        not null,
    changes       jsonb       not null default '[]' check (jsonb_typeof(changes) = 'array'),
    basis         jsonb check (jsonb_typeof(basis) = 'object'),
    command_id    uuid        not null
);
create index audittrail_entry_object on audittrail_entry (object_id, id);
create index audittrail_entry_node on audittrail_entry (node_id, id);
comment on table audittrail_entry is 'Acts of people and jobs (操作留痕); only grows';
comment on column audittrail_entry.actor_name is 'As it was then; users may be renamed';
comment on column audittrail_entry.changes is 'List of {field, before, after}';
comment on column audittrail_entry.basis is 'What the act rests on: decision, policy, import';
comment on column audittrail_entry.command_id is 'Joins the entries of one command';

create trigger audittrail_entry_only_grows before update or delete on audittrail_entry
    for each row execute function platform_refuse_change();
create trigger audittrail_entry_is_not_emptied before truncate on audittrail_entry
    for each statement execute function platform_refuse_change();
revoke update, delete on audittrail_entry from xd_app, xd_engine;

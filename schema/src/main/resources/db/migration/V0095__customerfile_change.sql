-- customerfile: what imports of customers changed, so that they can be undone.

create table customerfile_change (
    import_id   uuid        not null,
    file_id     uuid        not null references customerfile_file (id),
    node_id     uuid        not null references identity_node (id),
    version     integer     not null,
    before      jsonb       not null check (jsonb_typeof(before) = 'object'),
    recorded_at timestamptz not null default now(),
    primary key (import_id, file_id)
);
create index customerfile_change_file on customerfile_change (file_id);
comment on table customerfile_change is 'What an import changed of files that were there (变更前值), so that it can be undone; kept as long as that may be';
comment on column customerfile_change.version is 'Version the change made; the file has another one if something changed it since';

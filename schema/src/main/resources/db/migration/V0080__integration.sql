-- integration: files brought in.

create table integration_import (
    id           uuid primary key default uuidv7(),
    node_id      uuid        not null references identity_node (id),
    user_id      uuid        not null references identity_user (id),
    kind         text        not null check (kind in ('customers', 'invoices')),
    file_name    text        not null check (length(file_name) between 1 and 255),
    bytes        bigint      not null check (bytes >= 0),
    sha256       sha256_hex  not null,
    content_path text        not null,
    state        text        not null check (state in
        ('uploaded', 'mapped', 'checking', 'checked', 'importing', 'imported', 'failed', 'undone')),
    mapping      jsonb,
    reading      jsonb,
    counts       jsonb,
    confirmed_by uuid references identity_user (id),
    as_of        date,
    job_id       uuid references platform_job (id),
    result       jsonb,
    version      integer     not null default 1,
    created_at   timestamptz not null default now(),
    confirmed_at timestamptz,
    undone_at    timestamptz,
    check (undone_at is null or confirmed_at is not null)
);
create index integration_import_node on integration_import (node_id, id);
comment on table integration_import is 'Imports of files (导入)';
comment on column integration_import.content_path is 'Below the document folder of the installation';
comment on column integration_import.reading is 'What the reader found: columns, guesses, questions, and how cells are written';

create table integration_created (
    import_id uuid not null references integration_import (id) on delete cascade,
    file_id   uuid not null,
    primary key (import_id, file_id)
);
comment on table integration_created is 'Credit files an import opened (新建档案), for its undoing';

create table integration_fault (
    import_id uuid    not null references integration_import (id) on delete cascade,
    node_id   uuid    not null references identity_node (id),
    line      integer not null check (line > 0),
    severity  text    not null default 'error' check (severity in ('error', 'warning', 'good')),
    cells     jsonb   not null check (jsonb_typeof(cells) = 'array'),
    faults    jsonb   not null check (jsonb_typeof(faults) = 'array'),
    edited    jsonb check (jsonb_typeof(edited) = 'object'),
    primary key (import_id, line)
);
create index integration_fault_severity on integration_fault (import_id, severity, line);
comment on table integration_fault is 'Rows of an import that need a look (问题行), with what was edited by hand';

create table integration_mapping (
    id          uuid primary key default uuidv7(),
    node_id     uuid        not null references identity_node (id),
    kind        text        not null check (kind in ('customers', 'invoices')),
    fingerprint sha256_hex  not null,
    mapping     jsonb       not null check (jsonb_typeof(mapping) = 'object'),
    used_at     timestamptz not null default now(),
    unique (node_id, kind, fingerprint)
);
comment on table integration_mapping is 'Remembered meanings of columns (字段映射), found again by the header line';
comment on column integration_mapping.fingerprint is 'Hash of the header';

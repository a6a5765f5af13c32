-- identity: who may do what in which part of the company.

create table identity_node (
    id          uuid primary key default uuidv7(),
    parent_id   uuid references identity_node (id),
    kind        text        not null check (kind in ('group', 'company', 'department')),
    name        text collate "zh-x-icu" not null check (length(name) between 1 and 200),
    code        text check (code ~ '^[A-Za-z0-9_-]{1,32}$'),
    recorded_at timestamptz not null default now(),
    check (parent_id is distinct from id),
    check (kind <> 'department' or parent_id is not null),
    unique (parent_id, name),
    unique (code)
);
comment on table identity_node is 'Organisation tree (组织树): groups, companies, departments';
comment on column identity_node.code is 'Short code for business numbers';

create table identity_user (
    id            uuid primary key default uuidv7(),
    node_id       uuid        not null references identity_node (id),
    login         text        not null check (login ~ '^[a-z0-9][a-z0-9._@-]{0,63}$'),
    name          text collate "zh-x-icu" not null check (length(name) between 1 and 100),
    role          text        not null check (role in
        ('administrator', 'credit-manager', 'credit-specialist', 'sales', 'finance', 'collector', 'archivist', 'auditor', 'executive')),
    password_hash text        not null,
    language      text        not null default 'zh' check (language in ('zh', 'en')),
    active        boolean     not null default true,
    version       integer     not null default 1,
    created_at    timestamptz not null default now(),
    unique (login)
);
create index identity_user_node on identity_user (node_id);
comment on table identity_user is 'People who sign in (用户)';
comment on column identity_user.node_id is 'Node the person belongs to; reads reach its subtree';
comment on column identity_user.login is 'Lower case';
comment on column identity_user.password_hash is 'Argon2id in its own text form';

-- The shape that Spring Session JDBC asks for; the columns are its own.
create table identity_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create unique index identity_session_id on identity_session (session_id);
create index identity_session_expiry on identity_session (expiry_time);
create index identity_session_principal on identity_session (principal_name);
comment on table identity_session is 'Sessions of signed-in users (会话)';

create table identity_session_attributes (
    session_primary_id char(36)     not null references identity_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
comment on table identity_session_attributes is 'What a session holds: the id of its user';

create table identity_setup_code (
    id         uuid primary key default uuidv7(),
    code_hash  sha256_hex  not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at    timestamptz
);
comment on table identity_setup_code is 'Code printed at the first start that lets one person set the installation up (安装码)';

create table identity_attempt (
    id       bigint generated always as identity primary key,
    login    text        not null,
    address  text        not null,
    tried_at timestamptz not null default now()
);
create index identity_attempt_login on identity_attempt (login, tried_at);
create index identity_attempt_address on identity_attempt (address, tried_at);
create index identity_attempt_tried on identity_attempt (tried_at);
comment on table identity_attempt is 'Failed sign-ins of the last hours (登录失败), to slow guessing down';

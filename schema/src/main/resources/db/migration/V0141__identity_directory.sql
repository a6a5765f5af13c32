-- The company directory (docs/adr/0096).

create table identity_directory (
    id           uuid primary key default uuidv7(),
    node_id      uuid        not null references identity_node (id),
    name         text        not null check (length(name) between 1 and 100),
    token_hash   sha256_hex  not null unique,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    last_address text,
    revoked_at   timestamptz
);
create index identity_directory_node on identity_directory (node_id);
comment on table identity_directory is 'Company directories that keep accounts up to date (企业目录), each with the hash of its token';
comment on column identity_directory.node_id is 'It reaches the accounts of this node and below';

create table identity_directory_user (
    user_id      uuid primary key references identity_user (id),
    directory_id uuid not null references identity_directory (id),
    external_id  text check (length(external_id) between 1 and 255),
    origin       text not null check (origin in ('made', 'matched', 'linked')),
    unique (directory_id, external_id)
);
comment on table identity_directory_user is 'Which account a directory keeps (目录账号)';
comment on column identity_directory_user.origin is 'Made by the directory, found by its login, or linked by an administrator';

create table identity_directory_lock (
    user_id      uuid primary key references identity_user (id),
    directory_id uuid        not null references identity_directory (id),
    locked_at    timestamptz not null
);
comment on table identity_directory_lock is 'Accounts that a directory locked and nobody has decided on since (目录停用)';

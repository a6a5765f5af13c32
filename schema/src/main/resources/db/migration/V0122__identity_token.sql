-- Keys of programs (docs/adr/0090).

create table identity_token (
    id           uuid primary key default uuidv7(),
    user_id      uuid        not null references identity_user (id),
    name         text        not null check (length(name) between 1 and 100),
    token_hash   sha256_hex  not null unique,
    rights       text[]      not null,
    created_at   timestamptz not null default now(),
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    last_address text,
    revoked_at   timestamptz
);
create index identity_token_user on identity_token (user_id);
comment on table identity_token is 'Keys by which programs act for a user (接口令牌)';
comment on column identity_token.rights is 'Of these, what the user has at the time of a request';

-- Passkeys (docs/adr/0091).

create table identity_passkey (
    id               uuid primary key default uuidv7(),
    user_id          uuid        not null references identity_user (id),
    credential_id    bytea       not null unique,
    public_key       bytea       not null,
    signature_count  bigint      not null,
    user_verified    boolean     not null,
    backup_eligible  boolean     not null,
    backed_up        boolean     not null,
    transports       text[]      not null,
    attestation      bytea,
    attestation_data bytea,
    name             text        not null check (length(name) between 1 and 100),
    created_at       timestamptz not null,
    last_used_at     timestamptz
);
create index identity_passkey_user on identity_passkey (user_id);
comment on table identity_passkey is 'Public keys of passkeys (通行密钥); the private ones never leave their devices';
comment on column identity_passkey.public_key is 'COSE key';

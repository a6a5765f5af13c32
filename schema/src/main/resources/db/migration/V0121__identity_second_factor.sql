-- One-time codes as a second step of signing in (docs/adr/0089).

create table identity_second_factor (
    user_id      uuid primary key references identity_user (id),
    secret       bytea       not null,
    created_at   timestamptz not null default now(),
    confirmed_at timestamptz,
    last_step    bigint      not null default 0
);
comment on table identity_second_factor is 'Secrets of authenticator apps (动态口令); in force once confirmed by a code';
comment on column identity_second_factor.secret is 'AES-256-GCM: 12 bytes nonce, then ciphertext and tag; bound to the user';
comment on column identity_second_factor.last_step is 'Time step of the last code taken; codes of this step and before are taken no more';

create table identity_recovery_code (
    user_id   uuid       not null references identity_user (id),
    code_hash sha256_hex not null,
    used_at   timestamptz,
    primary key (user_id, code_hash)
);
comment on table identity_recovery_code is 'Codes that replace the app once each (恢复码), as keyed hashes';

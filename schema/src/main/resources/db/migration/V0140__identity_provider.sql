-- Signing in through the house's own provider (docs/adr/0095).

create table identity_provider_request (
    state_hash   sha256_hex primary key,
    browser_hash sha256_hex  not null,
    nonce        text        not null,
    verifier     text        not null,
    next         text        not null check (length(next) between 1 and 1000),
    expires_at   timestamptz not null
);
create index identity_provider_request_expiry on identity_provider_request (expires_at);
comment on table identity_provider_request is 'Browsers that were sent to the provider and have not come back (单点登录请求); each counts once';
comment on column identity_provider_request.browser_hash is 'Hash of the cookie that only the browser has that began';
comment on column identity_provider_request.verifier is 'Proves to the provider that whoever takes the code is who asked for it (PKCE)';

create table identity_provider_link (
    user_id      uuid        not null references identity_user (id),
    issuer       text        not null check (length(issuer) between 1 and 500),
    subject      text        not null check (length(subject) between 1 and 255),
    created_at   timestamptz not null,
    last_used_at timestamptz not null,
    primary key (user_id, issuer),
    unique (issuer, subject)
);
comment on table identity_provider_link is 'Which account of a provider is whose (单点登录绑定); made at the first sign-in';

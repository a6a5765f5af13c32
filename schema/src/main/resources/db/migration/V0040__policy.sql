-- policy: the regime as data.

create table policy_policy (
    id          uuid primary key default uuidv7(),
    node_id     uuid        not null references identity_node (id),
    kind        text        not null check (kind ~ '^[a-z]+$'),
    policy_id   text        not null check (length(policy_id) between 1 and 100),
    version     text        not null check (length(version) between 1 and 40),
    valid_from  date        not null,
    body        text        not null,
    origins     jsonb       not null default '{}' check (jsonb_typeof(origins) = 'object'),
    document    text        not null,
    sha256      sha256_hex  not null,
    state       text        not null check (state in ('draft', 'in-force', 'withdrawn')),
    recorded_at timestamptz not null default now(),
    unique (node_id, kind, policy_id, version)
);
create index policy_policy_resolve on policy_policy (node_id, kind, valid_from desc) where state = 'in-force';
comment on table policy_policy is 'Versions of policies (制度版本)';
comment on column policy_policy.body is 'Parameters in canonical JSON';
comment on column policy_policy.document is 'The whole policy as in a regime export, canonical JSON; sha256 is its own';
comment on column policy_policy.origins is 'Where each parameter came from';

create function policy_refuse_change_in_force() returns trigger
    language plpgsql as
$$
begin
    if old.state = 'in-force' then
        raise exception 'policy % % is in force and never changes; record a new version', old.policy_id, old.version
            using errcode = 'restrict_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger policy_policy_in_force_is_fixed before update or delete on policy_policy
    for each row execute function policy_refuse_change_in_force();

-- policy: who must read a published regime, and who said that he has (docs/adr/0109).

create table policy_reading_rule (
    node_id     uuid        primary key references identity_node (id),
    roles       text[]      not null check (cardinality(roles) between 1 and 40),
    within_days integer     not null check (within_days between 1 and 365),
    since       timestamptz not null,
    changed_by  uuid        not null references identity_user (id),
    changed_at  timestamptz not null,
    version     integer     not null default 1
);
comment on table policy_reading_rule is 'Which roles read and acknowledge what is published at a node (制度阅读规定)';
comment on column policy_reading_rule.since is 'Publications before this instant need no acknowledgement';

create table policy_acknowledgement (
    draft_id   uuid        not null references policy_draft (id),
    user_id    uuid        not null references identity_user (id),
    node_id    uuid        not null references identity_node (id),
    at         timestamptz not null,
    primary key (draft_id, user_id)
);
comment on table policy_acknowledgement is 'Who acknowledged which publication (制度阅读确认); only grows';
comment on column policy_acknowledgement.node_id is 'Node of the reader';
create index policy_acknowledgement_user on policy_acknowledgement (user_id);

create trigger policy_acknowledgement_only_grows before update or delete on policy_acknowledgement
    for each row execute function platform_refuse_change();
revoke update, delete on policy_acknowledgement from xd_app, xd_engine;

do
$$
declare
    within constant text := 'node_id = any ((select platform_nodes())::uuid[])';
begin
    -- Readers below a node must see that they are asked; it names roles and days only.
    call platform_wall('policy_reading_rule'::regclass, 'true', within);
    call platform_wall('policy_acknowledgement'::regclass, within, within);
end
$$;

-- secrecy: the confidentiality agreement and who has acknowledged it.

create table secrecy_agreement (
    id             uuid primary key default uuidv7(),
    node_id        uuid        not null references identity_node (id),
    number         integer     not null check (number > 0),
    text_zh        text        not null check (length(text_zh) between 1 and 20000),
    text_en        text        not null check (length(text_en) between 1 and 20000),
    published_at   timestamptz not null,
    published_by   uuid        not null references identity_user (id),
    publisher_name text        not null,
    unique (node_id, number)
);
comment on table secrecy_agreement is 'Texts of the confidentiality agreement (保密协议); the highest number is in force; only grows';

create trigger secrecy_agreement_only_grows before update or delete on secrecy_agreement
    for each row execute function platform_refuse_change();
revoke update, delete on secrecy_agreement from xd_app, xd_engine;

create table secrecy_acknowledgement (
    id              uuid primary key default uuidv7(),
    user_id         uuid        not null references identity_user (id),
    agreement_id    uuid        not null references secrecy_agreement (id),
    acknowledged_at timestamptz not null
);
create index secrecy_acknowledgement_user on secrecy_acknowledgement (user_id, acknowledged_at desc);
comment on table secrecy_acknowledgement is 'Who acknowledged which text of the agreement when (签署记录); only grows';

create trigger secrecy_acknowledgement_only_grows before update or delete on secrecy_acknowledgement
    for each row execute function platform_refuse_change();
revoke update, delete on secrecy_acknowledgement from xd_app, xd_engine;

do
$$
begin
    -- The text holds for the whole house and is read by everybody.
    call platform_wall('secrecy_agreement', 'true', 'node_id = any ((select platform_nodes())::uuid[])');
end
$$;

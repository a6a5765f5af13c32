-- notification: ways out of the house: bots of messengers per node, and what was sent which way (docs/adr/0107).

create table notification_channel (
    id       uuid primary key default uuidv7(),
    node_id  uuid        not null references identity_node (id),
    kind     text        not null check (kind in ('wecom', 'dingtalk', 'feishu')),
    name     text        not null check (length(name) between 1 and 100),
    language text        not null check (language in ('zh', 'en')),
    topics   text[]      not null check (cardinality(topics) > 0 and topics <@ array['task', 'deadline', 'warning', 'decision', 'system']),
    host     text        not null,
    address  bytea       not null,
    secret   bytea,
    active   boolean     not null default true,
    next_at  timestamptz,
    version  integer     not null default 1
);
create index notification_channel_node on notification_channel (node_id, id);
comment on table notification_channel is 'Bots of messengers that tell a group of people (群机器人)';
comment on column notification_channel.host is 'Host of the address, which may be shown';
comment on column notification_channel.address is 'Address with its key, sealed';
comment on column notification_channel.secret is 'Secret of the signature, sealed; empty for a bot without';
comment on column notification_channel.next_at is 'Not before this it is called again, for their limits by the minute';

create table notification_delivery (
    id          uuid primary key default uuidv7(),
    notice_id   uuid        not null references notification_notice (id),
    user_id     uuid references identity_user (id),
    channel_id  uuid references notification_channel (id) on delete cascade,
    state       text        not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed')),
    due_at      timestamptz not null,
    attempts    integer     not null default 0 check (attempts >= 0),
    lease_until timestamptz,
    fault       text check (length(fault) <= 300),
    sent_at     timestamptz,
    unique (notice_id, user_id),
    unique (notice_id, channel_id),
    check ((user_id is null) <> (channel_id is null)),
    check ((state = 'sending') = (lease_until is not null)),
    check ((state = 'sent') = (sent_at is not null))
);
create index notification_delivery_due on notification_delivery (due_at) where state in ('waiting', 'sending');
create index notification_delivery_channel on notification_delivery (channel_id, id);
comment on table notification_delivery is 'A notice on its way out of the house (外发记录): by mail to a person, or to a bot';
comment on column notification_delivery.lease_until is 'Whoever sends it has until then; afterwards it is sent again';

do
$$
declare
    own constant text := 'user_id = (select nullif(current_setting(''xd.user'', true), '''')::uuid)';
    within constant text := 'node_id = any ((select platform_nodes())::uuid[])';
begin
    call platform_wall('notification_channel'::regclass, within, within);
    call platform_wall('notification_delivery'::regclass,
        own || ' or exists (select from notification_channel c where c.id = channel_id)',
        own || ' or exists (select from notification_channel c where c.id = channel_id)');
end
$$;
revoke insert, update on notification_delivery from xd_app;

-- Whoever manages bots sees what kinds of notices they told, not the notices of others.
create function notification_kind(notice uuid) returns text
    language sql stable security definer set search_path = public
as $$
    select kind from notification_notice where id = notice
$$;
comment on function notification_kind(uuid) is 'Kind of a notice (通知种类), also for those it was not for';

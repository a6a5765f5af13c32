-- notification: events for other systems, told by signed webhooks in the order of their aggregate (docs/adr/0108).

create table notification_sequence (
    aggregate_id uuid   primary key,
    last         bigint not null check (last > 0)
);
comment on table notification_sequence is 'Number of the last event of an object (事件序号); its row makes writers of one object wait for each other';

create table notification_event (
    id             uuid primary key default uuidv7(),
    node_id        uuid        not null references identity_node (id),
    kind           text        not null check (kind ~ '^[a-z]+[.][a-z][a-z-]{0,60}$'),
    aggregate_kind text        not null check (length(aggregate_kind) between 1 and 60),
    aggregate_id   uuid        not null,
    sequence       bigint      not null check (sequence > 0),
    facts          jsonb       not null check (jsonb_typeof(facts) = 'object'),
    business_date  date        not null,
    at             timestamptz not null,
    spread_at      timestamptz,
    unique (aggregate_id, sequence)
);
create index notification_event_waiting on notification_event (id) where spread_at is null;
create index notification_event_at on notification_event (node_id, at);
comment on table notification_event is 'What happened, for other systems (对外事件), written in the transaction in which it happened';

create table notification_subscription (
    id         uuid primary key default uuidv7(),
    node_id    uuid        not null references identity_node (id),
    name       text        not null check (length(name) between 1 and 100),
    address    text        not null check (length(address) between 8 and 500),
    kinds      text[]      not null check (cardinality(kinds) between 1 and 50),
    secret     bytea       not null,
    old_secret bytea,
    old_until  timestamptz,
    active     boolean     not null default true,
    version    integer     not null default 1,
    created_at timestamptz not null,
    created_by uuid        not null references identity_user (id),
    check ((old_secret is null) = (old_until is null))
);
create index notification_subscription_node on notification_subscription (node_id, id);
comment on table notification_subscription is 'Other systems that are told of events of a node and below (事件订阅)';
comment on column notification_subscription.kinds is 'Kinds of events, or * for all';
comment on column notification_subscription.secret is 'Secret of the signature, sealed';
comment on column notification_subscription.old_secret is 'The one before, which also signs until old_until';

create table notification_message (
    id              uuid primary key default uuidv7(),
    subscription_id uuid        not null references notification_subscription (id) on delete cascade,
    event_id        uuid        not null references notification_event (id),
    aggregate_id    uuid        not null,
    sequence        bigint      not null,
    state           text        not null default 'waiting' check (state in ('waiting', 'sending', 'delivered', 'dead')),
    due_at          timestamptz not null,
    attempts        integer     not null default 0 check (attempts >= 0),
    lease_until     timestamptz,
    status          integer,
    fault           text check (length(fault) <= 300),
    finished_at     timestamptz,
    unique (subscription_id, event_id),
    check ((state = 'sending') = (lease_until is not null)),
    check ((state in ('delivered', 'dead')) = (finished_at is not null))
);
create index notification_message_open on notification_message (subscription_id, aggregate_id, sequence) where state in ('waiting', 'sending');
create index notification_message_due on notification_message (due_at) where state in ('waiting', 'sending');
create index notification_message_list on notification_message (subscription_id, id);
comment on table notification_message is 'An event on its way to a subscriber (推送记录), one row however often it is tried';
comment on column notification_message.status is 'Status of the last answer; empty if there was none';

do
$$
declare
    within constant text := 'node_id = any ((select platform_nodes())::uuid[])';
    of_subscription constant text := 'exists (select from notification_subscription s where s.id = subscription_id)';
begin
    call platform_wall('notification_event'::regclass, within, within);
    call platform_wall('notification_subscription'::regclass, within, within);
    call platform_wall('notification_message'::regclass, of_subscription, of_subscription);
end
$$;
revoke update, delete on notification_event from xd_app;
revoke delete on notification_message from xd_app;

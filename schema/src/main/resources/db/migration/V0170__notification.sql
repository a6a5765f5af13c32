-- notification: notices to people, written with the act they tell of and handed on afterwards (docs/adr/0107).

create table notification_notice (
    id            uuid primary key default uuidv7(),
    node_id       uuid        not null references identity_node (id),
    kind          text        not null check (kind ~ '^[a-z]+[.][a-z][a-z-]{0,60}$'),
    topic         text        not null check (topic in ('task', 'deadline', 'warning', 'decision', 'system')),
    urgent        boolean     not null default false,
    audience      jsonb       not null check (jsonb_typeof(audience) = 'object'),
    object_kind   text        not null check (length(object_kind) between 1 and 60),
    object_id     uuid        not null,
    link          text        not null check (link ~ '^/([^/\\]|$)' and length(link) <= 300),
    words         jsonb       not null check (jsonb_typeof(words) = 'object'),
    business_date date        not null,
    told_at       timestamptz not null,
    once_key      text check (length(once_key) between 1 and 200),
    spread_at     timestamptz
);
create unique index notification_notice_once on notification_notice (kind, once_key) where once_key is not null;
create index notification_notice_waiting on notification_notice (id) where spread_at is null;
comment on table notification_notice is 'What people are to be told (通知), written in the transaction of the act; an outbox until it is spread';
comment on column notification_notice.audience is 'Who is told: people, holders of a right or of a role at a node; found out when it is spread';
comment on column notification_notice.words is 'Values of the text, which is put together in each reader''s language';
comment on column notification_notice.once_key is 'A second notice of this kind with the same key is not written';
comment on column notification_notice.spread_at is 'When its readers were found; empty until then';

create table notification_receipt (
    id        uuid primary key default uuidv7(),
    notice_id uuid        not null references notification_notice (id),
    user_id   uuid        not null references identity_user (id),
    told_at   timestamptz not null,
    read_at   timestamptz,
    unique (notice_id, user_id)
);
create index notification_receipt_own on notification_receipt (user_id, id);
create index notification_receipt_unread on notification_receipt (user_id) where read_at is null;
comment on table notification_receipt is 'A notice in the list of one reader (站内通知)';

create table notification_preference (
    user_id       uuid primary key references identity_user (id),
    mail          text check (mail ~ '^[^@[:space:]<>]{1,64}@[^@[:space:]<>]{3,190}$'),
    mail_topics   text[]  not null check (mail_topics <@ array['task', 'deadline', 'warning', 'decision', 'system']),
    quiet_topics  text[]  not null check (quiet_topics <@ array['task', 'deadline', 'warning', 'decision', 'system']),
    bundling      text    not null check (bundling in ('at-once', 'hourly', 'daily')),
    digest_hour   integer not null check (digest_hour between 0 and 23),
    quiet_from    time,
    quiet_to      time,
    urgent_passes boolean not null,
    version       integer not null default 1,
    check ((quiet_from is null and quiet_to is null)
        or (quiet_from is not null and quiet_to is not null and quiet_from <> quiet_to))
);
comment on table notification_preference is 'How a person wants to be told (通知偏好); without a row in the application only';
comment on column notification_preference.quiet_topics is 'Groups left out of the own list; urgent notices never are';
comment on column notification_preference.quiet_from is 'Begin of the hours without mail in the companies'' zone (免打扰), which may pass midnight';

-- An address of somebody's own is read and changed by him alone, whatever he reaches.
do
$$
declare
    own constant text := 'user_id = (select nullif(current_setting(''xd.user'', true), '''')::uuid)';
    within constant text := 'node_id = any ((select platform_nodes())::uuid[])';
begin
    call platform_wall('notification_receipt'::regclass, own, own);
    call platform_wall('notification_preference'::regclass, own, own);
    -- Whoever acts at a node tells of it; only those who were told read it.
    call platform_wall('notification_notice'::regclass,
        'exists (select from notification_receipt r where r.notice_id = notification_notice.id)', within);
end
$$;
revoke insert, delete on notification_receipt from xd_app;
revoke update, delete on notification_notice from xd_app;

-- Jobs that failed are told of by looking at them.
create index platform_job_failed on platform_job (finished_at) where state = 'failed';

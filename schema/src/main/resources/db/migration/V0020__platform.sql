-- platform: what every capability uses.

create table platform_idempotency (
    caller       text        not null,
    endpoint     text        not null,
    key          text        not null check (length(key) between 1 and 255),
    request_hash sha256_hex  not null,
    state        text        not null check (state in ('running', 'done')),
    status       integer,
    headers      jsonb,
    body         bytea,
    created_at   timestamptz not null default now(),
    primary key (caller, endpoint, key),
    check (state = 'running' or (status is not null and headers is not null and body is not null))
);
create index platform_idempotency_created on platform_idempotency (created_at);
comment on table platform_idempotency is 'Answers kept 48 h so that a repeated request gets the same bytes (幂等键)';

create table platform_process (
    id         uuid primary key default uuidv7(),
    host       text        not null,
    pid        bigint      not null,
    started_at timestamptz not null default now(),
    beat_at    timestamptz not null default now()
);
comment on table platform_process is 'Running server processes and their last sign of life (进程)';

create table platform_job (
    id               uuid primary key default uuidv7(),
    node_id          uuid        not null references identity_node (id),
    user_id          uuid references identity_user (id),
    kind             text        not null,
    title            text        not null,
    state            text        not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
    done             bigint      not null default 0 check (done >= 0),
    total            bigint check (total >= 0),
    created_at       timestamptz not null default now(),
    started_at       timestamptz,
    finished_at      timestamptz,
    result           jsonb,
    problem          jsonb,
    process_id       uuid        not null,
    cancel_requested boolean     not null default false,
    check ((finished_at is not null) = (state in ('done', 'failed', 'cancelled')))
);
create index platform_job_node on platform_job (node_id, id);
create index platform_job_unfinished on platform_job (process_id) where state in ('queued', 'running');
comment on table platform_job is 'Long work with its progress (后台任务)';
comment on column platform_job.process_id is 'Process that does it; if that one is gone the job has failed';

create table platform_view (
    id          uuid primary key default uuidv7(),
    node_id     uuid        not null references identity_node (id),
    user_id     uuid        not null references identity_user (id),
    list        text        not null check (list ~ '^[a-z][a-z-]{0,31}$'),
    name        text collate "zh-x-icu" not null check (length(name) between 1 and 100),
    body        jsonb       not null check (jsonb_typeof(body) = 'object'),
    shared      boolean     not null default false,
    version     integer     not null default 1,
    recorded_at timestamptz not null default now(),
    unique (user_id, list, name)
);
create index platform_view_node on platform_view (node_id, list);
comment on table platform_view is 'Saved views of lists (已存视图)';

create table platform_decision_run (
    id         uuid primary key default uuidv7(),
    node_id    uuid        not null references identity_node (id),
    header     text        not null,
    sha256     sha256_hex  not null,
    as_of      date        not null,
    created_at timestamptz not null default now()
);
create index platform_decision_run_node on platform_decision_run (node_id, as_of);
comment on table platform_decision_run is 'What all decisions of a run share (决定批次): policies, rules, engine; canonical JSON';

create table platform_decision (
    id          uuid        not null default uuidv7(),
    node_id     uuid        not null references identity_node (id),
    run_id      uuid        not null references platform_decision_run (id),
    kind        text        not null,
    subject_id  uuid        not null,
    record      text        not null,
    sha256      sha256_hex  not null,
    recorded_at timestamptz not null default now(),
    primary key (id, recorded_at)
) partition by range (recorded_at);
create index platform_decision_id on platform_decision (id);
create index platform_decision_subject on platform_decision (subject_id, kind, recorded_at desc);
comment on table platform_decision is 'Replayable decision records (决定记录), canonical JSON; one partition per month';

-- Rows outside the months prepared so far; the server prepares months ahead, so it stays empty.
create table platform_decision_rest partition of platform_decision default;

create trigger platform_decision_only_grows before update or delete on platform_decision
    for each row execute function platform_refuse_change();
create trigger platform_decision_run_only_grows before update or delete on platform_decision_run
    for each row execute function platform_refuse_change();
revoke update, delete on platform_decision, platform_decision_run, platform_decision_rest from xd_app, xd_engine;

-- The working roles may not create tables; this does it for them, for a month and nothing else.
create function platform_prepare_month(month date) returns void
    language plpgsql security definer set search_path = public as
$$
declare
    first date := date_trunc('month', month)::date;
    name  text := 'platform_decision_' || to_char(first, 'YYYYMM');
begin
    if to_regclass(name) is not null then
        return;
    end if;
    execute format('create table %I partition of platform_decision for values from (%L) to (%L)',
        name, first || ' 00:00:00+00', (first + interval '1 month')::date || ' 00:00:00+00');
    execute format('revoke update, delete on %I from xd_app, xd_engine', name);
end
$$;
comment on function platform_prepare_month(date) is 'Makes the partition of decision records for a month (UTC) if it is not there';
select platform_prepare_month((date_trunc('month', now()) + make_interval(months => n))::date) from generate_series(0, 2) as n;
revoke execute on function platform_prepare_month(date) from public;
grant execute on function platform_prepare_month(date) to xd_app, xd_engine;

create table platform_clock (
    id     boolean primary key default true check (id),
    offset_seconds bigint not null default 0,
    moved_at timestamptz not null default now()
);
comment on table platform_clock is 'How far the clock of a demonstration or test is moved (演示时钟); one row at most';

create table platform_secret (
    name   text primary key,
    secret bytea not null check (octet_length(secret) = 32)
);
comment on table platform_secret is 'Secrets of the installation shared by its processes, such as that of cursors';

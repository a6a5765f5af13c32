-- workflow: flows that people draw, the cases that go along them, what each signer is asked and what he did (docs/adr/0110).

create table workflow_flow (
    id         uuid primary key default uuidv7(),
    node_id    uuid        not null references identity_node (id),
    code       text        not null check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
    name       text        not null check (length(name) between 1 and 120),
    published  integer     not null default 0 check (published >= 0),
    closed     boolean     not null default false,
    created_by uuid        not null references identity_user (id),
    created_at timestamptz not null,
    unique (node_id, code)
);
comment on table workflow_flow is 'Flows (流程), each for a node and what lies below it';
comment on column workflow_flow.published is 'Number of its latest published version; 0 before the first';
comment on column workflow_flow.closed is 'Nothing new starts along it (停用)';

create table workflow_draft (
    flow_id    uuid primary key references workflow_flow (id),
    definition text        not null check (length(definition) between 2 and 400000),
    checked    boolean     not null default false,
    findings   jsonb,
    authors    uuid[]      not null check (cardinality(authors) <= 1000),
    changed_at timestamptz not null,
    version    integer     not null default 1,
    check (not checked or findings is not null)
);
comment on table workflow_draft is 'What a flow is to say next (流程草稿), in canonical JSON';
comment on column workflow_draft.checked is 'Whether the last check found nothing that keeps it from being published';
comment on column workflow_draft.authors is 'Everybody who wrote in it since the last publication; none of them publishes it';

create table workflow_version (
    id           uuid primary key default uuidv7(),
    flow_id      uuid        not null references workflow_flow (id),
    node_id      uuid        not null references identity_node (id),
    number       integer     not null check (number > 0),
    name         text        not null check (length(name) between 1 and 120),
    definition   text        not null check (length(definition) between 2 and 400000),
    sha256       sha256_hex  not null,
    published_at timestamptz not null,
    published_by uuid        not null references identity_user (id),
    reason       text        not null check (length(reason) between 1 and 500),
    unique (flow_id, number)
);
comment on table workflow_version is 'What flows say and said (流程版本); cases stay on the version they started on; only grows';

create trigger workflow_version_only_grows before update or delete on workflow_version
    for each row execute function platform_refuse_change();
revoke update, delete on workflow_version from xd_app, xd_engine;

create table workflow_case (
    id          uuid primary key default uuidv7(),
    version_id  uuid        not null references workflow_version (id),
    node_id     uuid        not null references identity_node (id),
    object_kind text        not null check (object_kind ~ '^[a-z][a-z-]{0,59}$'),
    object_id   uuid,
    title       text        not null check (length(title) between 1 and 200),
    starter_id  uuid        not null references identity_user (id),
    started_at  timestamptz not null,
    started_on  date        not null,
    facts       jsonb       not null check (jsonb_typeof(facts) = 'object'),
    chosen      uuid[]      not null default '{}' check (cardinality(chosen) <= 50),
    state       text        not null default 'running' check (state in ('running', 'approved', 'refused', 'withdrawn')),
    step        text check (step ~ '^[a-z][a-z0-9-]{0,39}$'),
    round       integer     not null default 0 check (round >= 0),
    late        integer     not null default 0 check (late >= 0),
    ended_at    timestamptz,
    ended_by    uuid references identity_user (id),
    end_reason  text check (length(end_reason) between 1 and 500),
    version     integer     not null default 1,
    check ((state = 'running') = (ended_at is null)),
    check (state <> 'running' or step is not null)
);
create index workflow_case_own on workflow_case (starter_id, id);
create index workflow_case_object on workflow_case (object_kind, object_id);
create index workflow_case_running on workflow_case (node_id, id) where state = 'running';
comment on table workflow_case is 'Cases on their way along a flow (流程实例)';
comment on column workflow_case.object_id is 'Business object it is about; none where the case is all there is';
comment on column workflow_case.facts is 'What it says of itself, by code; amounts as texts with two decimals';
comment on column workflow_case.chosen is 'People the starter chose';
comment on column workflow_case.step is 'Where it waits, or waited last';
comment on column workflow_case.round is 'Counts the stops: a step that is come to again asks anew';
comment on column workflow_case.late is 'How many of its stops were late';

create table workflow_task (
    id         uuid primary key default uuidv7(),
    case_id    uuid        not null references workflow_case (id),
    node_id    uuid        not null references identity_node (id),
    step       text        not null check (step ~ '^[a-z][a-z0-9-]{0,39}$'),
    round      integer     not null check (round > 0),
    place      integer     not null default 0 check (place >= 0),
    part       text        not null check (part in ('signer', 'added', 'adviser', 'starter')),
    user_id    uuid references identity_user (id),
    why        text        not null check (length(why) between 1 and 80),
    state      text        not null check (state in ('waits', 'open', 'agreed', 'refused', 'returned', 'released')),
    behind     uuid references workflow_task (id),
    opened_at  timestamptz not null,
    due        date,
    told_late  boolean     not null default false,
    escalated  boolean     not null default false,
    decided_by uuid references identity_user (id),
    decided_at timestamptz,
    reason     text check (length(reason) between 1 and 500),
    check ((state in ('agreed', 'refused', 'returned')) = (decided_by is not null)),
    check ((decided_by is null) = (decided_at is null)),
    check ((state = 'waits') <= (behind is not null or place > 0)),
    check (id <> behind)
);
create index workflow_task_case on workflow_task (case_id, round);
create index workflow_task_inbox on workflow_task (user_id, coalesce(due, '9999-12-31'), id) where state = 'open';
create index workflow_task_nobody on workflow_task (node_id, id) where state = 'open' and user_id is null;
create index workflow_task_due on workflow_task (due) where state = 'open' and not escalated;
comment on table workflow_task is 'What one person is asked at one stop of a case (流程任务)';
comment on column workflow_task.place is 'Its place where signers come one after another';
comment on column workflow_task.part is 'Whether he is one of the step''s own signers, was added, gives an opinion, or is the starter who mends his case';
comment on column workflow_task.user_id is 'Who is asked; nobody where the flow found nobody';
comment on column workflow_task.why is 'Why he is asked, such as role:credit-manager';
comment on column workflow_task.behind is 'It waits until that one has answered';

create table workflow_act (
    id        uuid primary key default uuidv7(),
    case_id   uuid        not null references workflow_case (id),
    node_id   uuid        not null references identity_node (id),
    task_id   uuid references workflow_task (id),
    step      text        not null check (step ~ '^[a-z][a-z0-9-]{0,39}$'),
    kind      text        not null check (kind in ('start', 'agree', 'refuse', 'return', 'resubmit', 'add-signer', 'delegate',
        'hand-over', 'withdraw', 'remind', 'comment', 'escalate', 'copy', 'action', 'end')),
    by_id     uuid references identity_user (id),
    behalf_id uuid references identity_user (id),
    at        timestamptz not null,
    reason    text check (length(reason) between 1 and 500),
    target    text check (length(target) between 1 and 80),
    whom      uuid[]      not null default '{}',
    changes   jsonb       not null default '{}' check (jsonb_typeof(changes) = 'object')
);
create index workflow_act_case on workflow_act (case_id, id);
comment on table workflow_act is 'What was done to cases (流程操作记录); only grows';
comment on column workflow_act.by_id is 'Who did it; nobody for what the program did';
comment on column workflow_act.behalf_id is 'Whom he stood in for';
comment on column workflow_act.target is 'Step it went back to, name of an action, or outcome';
comment on column workflow_act.changes is 'Facts changed: by code the value before and after';

create trigger workflow_act_only_grows before update or delete on workflow_act
    for each row execute function platform_refuse_change();
revoke update, delete on workflow_act from xd_app, xd_engine;

do
$$
declare
    within constant text := 'node_id = any ((select platform_nodes())::uuid[])';
    of_flow constant text := 'exists (select from workflow_flow f where f.id = flow_id and f.' || within || ')';
begin
    -- A flow of a node holds for all below it, so it is read from there.
    call platform_wall('workflow_flow'::regclass, 'published > 0 or ' || within, within);
    call platform_wall('workflow_draft'::regclass, of_flow, of_flow);
    call platform_wall('workflow_version'::regclass, 'true', within);
end
$$;

-- Whom a case was given may belong elsewhere: by hand-over, or because the flow names him. Asked past the wall, or it would ask itself.
create function workflow_asked(one uuid) returns boolean
    language sql stable security definer set search_path = public
as $$
    select exists (select from workflow_task t
        where t.case_id = one and t.user_id = nullif(current_setting('xd.user', true), '')::uuid)
$$;
comment on function workflow_asked(uuid) is 'Whether the user of the request is or was asked about a case (流程经办)';

do
$$
declare
    me constant text := '(select nullif(current_setting(''xd.user'', true), '''')::uuid)';
    within constant text := 'node_id = any ((select platform_nodes())::uuid[])';
    of_case constant text := 'exists (select from workflow_case c where c.id = case_id)';
    mine constant text := within || ' or starter_id = ' || me || ' or workflow_asked(id)';
begin
    call platform_wall('workflow_case'::regclass, mine, mine);
    call platform_wall('workflow_task'::regclass, of_case, of_case);
    call platform_wall('workflow_act'::regclass, of_case, of_case);
end
$$;
revoke delete on workflow_flow, workflow_case, workflow_task from xd_app;

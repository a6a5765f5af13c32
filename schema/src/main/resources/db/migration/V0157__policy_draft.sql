-- policy: drafts of a regime on their way to being in force, and who published what (docs/adr/0103).

alter table policy_policy
    add column binding      boolean not null default false,
    add column preset       text check (length(preset) between 1 and 40),
    add column draft_id     uuid,
    add column published_by uuid references identity_user (id),
    add column effective_at timestamptz;
comment on column policy_policy.binding is 'Holds below its node also where a nearer node has its own (强制下级执行)';
comment on column policy_policy.preset is 'Sample regime it was made from';
comment on column policy_policy.draft_id is 'Draft it was published from; none for what came with the installation';
comment on column policy_policy.effective_at is 'Instant from which it holds, where it was published to hold at once (立即生效)';

create table policy_draft (
    id          uuid primary key default uuidv7(),
    node_id     uuid        not null references identity_node (id),
    name        text        not null check (length(name) between 1 and 120),
    base        text        not null check (base ~ '^(in-force|import|[A-Z][0-9]{1,2})$'),
    state       text        not null default 'draft' check (state in ('draft', 'checked', 'simulated', 'approved', 'withdrawn')),
    binding     boolean     not null default false,
    valid_from  date,
    note        text check (length(note) between 1 and 1000),
    created_by  uuid        not null references identity_user (id),
    created_at  timestamptz not null,
    authors     uuid[]      not null check (cardinality(authors) between 1 and 1000),
    changed_at  timestamptz not null,
    decided_by  uuid references identity_user (id),
    decided_at  timestamptz,
    reason      text check (length(reason) between 1 and 500),
    version     integer     not null default 1,
    check ((decided_by is null) = (decided_at is null)),
    check (state <> 'approved' or decided_by is not null)
);
create index policy_draft_node on policy_draft (node_id, id);
comment on table policy_draft is 'Drafts of a regime (制度草案)';
comment on column policy_draft.base is 'What it was started from: the regime in force, an imported file, or a sample regime';
comment on column policy_draft.valid_from is 'First day it is to hold; none = at once when it is approved';
comment on column policy_draft.authors is 'Everybody who wrote in it; none of them approves it';
comment on column policy_draft.reason is 'Why it was approved, or returned';

create table policy_draft_part (
    draft_id uuid        not null references policy_draft (id) on delete cascade,
    kind     text        not null check (kind ~ '^[a-z]+$'),
    body     text        not null,
    origins  jsonb       not null check (jsonb_typeof(origins) = 'object'),
    before   text        not null,
    primary key (draft_id, kind)
);
comment on table policy_draft_part is 'Parameters of a draft by kind, each complete (制度草案内容)';
comment on column policy_draft_part.body is 'Parameters in canonical JSON';
comment on column policy_draft_part.before is 'Parameters that were in force when it was started, in canonical JSON';

alter table policy_policy add foreign key (draft_id) references policy_draft (id);
create index policy_policy_draft on policy_policy (draft_id) where draft_id is not null;

do
$$
declare
    within constant text := 'node_id = any ((select platform_nodes())::uuid[])';
    of_draft constant text := 'exists (select from policy_draft d where d.id = draft_id)';
begin
    call platform_wall('policy_draft'::regclass, within, within);
    call platform_wall('policy_draft_part'::regclass, of_draft, of_draft);
end
$$;

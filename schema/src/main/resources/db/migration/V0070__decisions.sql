-- evaluation, creditline, warning: what was decided about a customer; each row names its replayable decision.

create table evaluation_rating (
    id             uuid primary key default uuidv7(),
    node_id        uuid        not null references identity_node (id),
    file_id        uuid        not null references customerfile_file (id),
    as_of          date        not null,
    score          numeric(9, 4),
    grade          text        not null,
    grade_by_score text,
    decision_id    uuid        not null,
    recorded_at    timestamptz not null default now()
);
create index evaluation_rating_file on evaluation_rating (file_id, as_of desc, id);
create index evaluation_rating_node on evaluation_rating (node_id, id);
comment on table evaluation_rating is 'Grades a customer was given (评级结果)';
comment on column evaluation_rating.grade_by_score is 'Before knock-outs and caps';

create table creditline_limit (
    id          uuid primary key default uuidv7(),
    node_id     uuid          not null references identity_node (id),
    file_id     uuid          not null references customerfile_file (id),
    currency    currency_code not null,
    state       text          not null check (state in ('not-assessed', 'no-credit', 'capped', 'unlimited')),
    amount      money_amount check (amount >= 0),
    term_days   integer check (term_days >= 0),
    valid_from  date          not null,
    decision_id uuid          not null,
    recorded_at timestamptz   not null default now(),
    check ((state = 'capped') = (amount is not null))
);
create index creditline_limit_file on creditline_limit (file_id, valid_from desc, id);
create index creditline_limit_node on creditline_limit (node_id, id);
comment on table creditline_limit is 'Limits a customer was given (授信额度); the latest one begun holds';

create table warning_warning (
    id          uuid primary key default uuidv7(),
    node_id     uuid        not null references identity_node (id),
    file_id     uuid        not null references customerfile_file (id),
    level       text        not null,
    rule        text        not null check (rule ~ '^[a-z][a-z0-9-]*@[0-9]+$'),
    facts       jsonb       not null check (jsonb_typeof(facts) = 'object'),
    raised_on   date        not null,
    closed_on   date check (closed_on >= raised_on),
    decision_id uuid        not null,
    recorded_at timestamptz not null default now()
);
create index warning_warning_file on warning_warning (file_id, raised_on desc, id);
create index warning_warning_open on warning_warning (node_id, level, id) where closed_on is null;
create unique index warning_warning_once on warning_warning (file_id, rule) where closed_on is null;
comment on table warning_warning is 'Early warnings (预警); one open warning per customer and rule';

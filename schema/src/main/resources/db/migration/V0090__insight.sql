-- insight: the run over a whole portfolio.

create table insight_assessment (
    file_id     uuid primary key references customerfile_file (id),
    node_id     uuid        not null references identity_node (id),
    as_of       date        not null,
    outcome     sha256_hex  not null,
    decision_id uuid        not null,
    recorded_at timestamptz not null default now()
);
comment on table insight_assessment is 'The latest assessment of each customer (最近评估)';
comment on column insight_assessment.outcome is 'Hash of outcome and reasons: a new record is kept only where it differs';

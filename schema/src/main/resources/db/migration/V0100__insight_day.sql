-- Day changes of the companies (docs/adr/0064): which business dates each company has been assessed for.

create table insight_day (
    node_id       uuid        not null references identity_node (id),
    business_date date        not null,
    job_id        uuid        not null references platform_job (id),
    tries         integer     not null default 1 check (tries > 0),
    tried_at      timestamptz not null default now(),
    finished_at   timestamptz,
    primary key (node_id, business_date)
);
comment on table insight_day is 'Day changes (日切): a row is the claim of one process to do one date of a company';
comment on column insight_day.job_id is 'Job that does it; where that failed, another one takes the row over';
comment on column insight_day.finished_at is 'Set in the transaction of the run itself: both are there or neither';

-- Ageing at the end of any day (docs/adr/0062): computed once per company, day and state of the ledger, then read like a table.

create table receivable_ledger (
    node_id uuid primary key references identity_node (id),
    version bigint not null default 0 check (version >= 0)
);
comment on table receivable_ledger is 'State of the items of a company (账簿版本): rises with every change of items, settlements or departments of customers';

create table receivable_snapshot (
    id             uuid primary key default uuidv7(),
    node_id        uuid        not null references identity_node (id),
    as_of          date        not null,
    ledger_version bigint      not null,
    made_at        timestamptz not null default now(),
    unique (node_id, as_of, ledger_version)
);
comment on table receivable_snapshot is 'Ageing of a company at the end of a day (账龄快照), as the ledger stood in a version; derived, may be removed at any time';

create table receivable_snapshot_row (
    snapshot_id   uuid           not null,
    file_id       uuid           not null,
    department_id uuid,
    currency      text collate "C" not null,
    a0            numeric(24, 4) not null,
    a1            numeric(24, 4) not null,
    a2            numeric(24, 4) not null,
    a3            numeric(24, 4) not null,
    a4            numeric(24, 4) not null,
    a5            numeric(24, 4) not null,
    a6            numeric(24, 4) not null,
    open          numeric(24, 4) not null,
    overdue       numeric(24, 4) not null,
    max_days      integer        not null,
    primary key (snapshot_id, currency, file_id)
);
create index receivable_snapshot_row_open on receivable_snapshot_row (snapshot_id, currency, open, file_id);
create index receivable_snapshot_row_overdue on receivable_snapshot_row (snapshot_id, currency, overdue, file_id);
comment on table receivable_snapshot_row is 'One row per account (客户 × 币种) with anything open';
comment on column receivable_snapshot_row.a0 is 'Not due; a1 1-30, a2 31-60, a3 61-90, a4 91-180, a5 181-365, a6 over 365 days past due';

create table receivable_snapshot_sum (
    snapshot_id   uuid           not null,
    currency      text collate "C" not null,
    department_id uuid,
    a0            numeric(24, 4) not null,
    a1            numeric(24, 4) not null,
    a2            numeric(24, 4) not null,
    a3            numeric(24, 4) not null,
    a4            numeric(24, 4) not null,
    a5            numeric(24, 4) not null,
    a6            numeric(24, 4) not null,
    open          numeric(24, 4) not null,
    overdue       numeric(24, 4) not null,
    customers     bigint         not null,
    control       numeric(24, 4) not null,
    booked_later  bigint         not null,
    unique nulls not distinct (snapshot_id, currency, department_id)
);
comment on table receivable_snapshot_sum is 'Sums of the rows per department, and what they must come to';
comment on column receivable_snapshot_sum.control is 'Control sum (对账): all amounts less all settlements up to the day, added up without regard to items and rows';
comment on column receivable_snapshot_sum.booked_later is 'Items of up to the day that were recorded after it had ended';

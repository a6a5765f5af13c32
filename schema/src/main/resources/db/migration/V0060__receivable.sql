-- receivable: what customers owe, item by item.

-- A row of this table is what imports are fast or slow by (docs/adr/0050): no foreign keys (files are only removed by an
-- undone import, which looks for items first), no domain that is checked per row, four indexes that each serve a page.
create table receivable_item (
    id             uuid primary key default uuidv7(),
    node_id        uuid           not null,
    file_id        uuid           not null,
    source         text           not null,
    item_key       text collate "C" not null check (length(item_key) between 1 and 200),
    invoice        text collate "C",
    issued         date,
    due            date           not null,
    currency       text collate "C" not null check (length(currency) = 3),
    amount         numeric(24, 4) not null,
    settled_amount numeric(24, 4) not null default 0,
    settled_on     date,
    open_amount    numeric(24, 4) generated always as (amount - settled_amount) virtual,
    disputed       boolean        not null default false,
    split          boolean        not null default false,
    import_id      uuid,
    recorded_at    timestamptz    not null default now(),
    version        integer        not null default 1,
    unique (file_id, currency, item_key, due, amount),
    check (not (amount > 0 and settled_amount < 0) and not (amount < 0 and (settled_amount > 0 or settled_amount < amount))),
    check (not split or settled_amount <> 0)
);
create index receivable_item_open on receivable_item (node_id, currency, due, id) where amount <> settled_amount;
create index receivable_item_invoice on receivable_item (lower(invoice) text_pattern_ops) where invoice is not null;
create index receivable_item_import on receivable_item using brin (import_id);
comment on table receivable_item is 'Invoices and instalments (应收项目); negative amounts are credit notes. An item settled at once carries its settlement itself; from the second settlement on all of them stand in receivable_settlement and split is true';
comment on column receivable_item.item_key is 'Invoice number; without one #<day of issue>#<how many such before it>';
comment on column receivable_item.issued is 'Null: before any date asked for';
comment on column receivable_item.settled_amount is 'What is settled in all; more than the amount of an invoice is an overpayment, more than that of a credit note is refused';
comment on column receivable_item.settled_on is 'Date of the last settlement; null: settled at every date, or nothing settled';
comment on column receivable_item.split is 'Whether the settlements stand in receivable_settlement, all of them';
comment on column receivable_item.import_id is 'Import that brought it; imports fill neighbouring blocks, so a block range index finds them';
comment on column receivable_item.version is 'Rises with each change; 1 as long as it is as it came';

create table receivable_settlement (
    id          uuid primary key default uuidv7(),
    item_id     uuid         not null references receivable_item (id) on delete cascade,
    node_id     uuid         not null,
    settled_on  date,
    amount      money_amount not null check (amount <> 0),
    import_id   uuid,
    recorded_at timestamptz  not null default now()
);
create index receivable_settlement_item on receivable_settlement (item_id, settled_on);
comment on table receivable_settlement is 'What settled an item that was settled more than once, by date (核销); null date: at every date. No rows for an item settled once: see receivable_item.split';

create table receivable_account (
    file_id     uuid          not null references customerfile_file (id),
    currency    currency_code not null,
    node_id     uuid          not null references identity_node (id),
    place       smallint      not null check (place > 0),
    as_of       date          not null,
    items       integer       not null check (items >= 0),
    open_items  integer       not null check (open_items >= 0),
    disputed    integer       not null check (disputed >= 0),
    total       money_amount  not null,
    open        money_amount  not null,
    overdue     money_amount  not null,
    a0          money_amount  not null,
    a1          money_amount  not null,
    a2          money_amount  not null,
    a3          money_amount  not null,
    a4          money_amount  not null,
    a5          money_amount  not null,
    a6          money_amount  not null,
    max_days    integer       not null check (max_days >= 0),
    recorded_at timestamptz   not null default now(),
    primary key (file_id, currency),
    unique (file_id, place),
    check (open = a0 + overdue),
    check (overdue = a1 + a2 + a3 + a4 + a5 + a6)
);
create index receivable_account_node on receivable_account (node_id, currency, file_id);
comment on table receivable_account is 'Figures of an account (客户 × 币种) at the end of a day: written by imports for the accounts they touch, by the daily run for all';
comment on column receivable_account.place is 'Order of the accounts of a customer, as they came';
comment on column receivable_account.a0 is 'Not due; a1 1-30, a2 31-60, a3 61-90, a4 91-180, a5 181-365, a6 over 365 days past due';
comment on column receivable_account.max_days is 'Longest days past due of an open invoice';

create table receivable_change (
    import_id   uuid           not null,
    item_id     uuid           not null,
    node_id     uuid           not null references identity_node (id),
    version     integer        not null,
    before      jsonb          not null check (jsonb_typeof(before) = 'object'),
    recorded_at timestamptz    not null default now(),
    primary key (import_id, item_id)
);
comment on table receivable_change is 'What an import changed of items that were there (变更前值), so that it can be undone; kept as long as that may be';
comment on column receivable_change.version is 'Version the change made; the item has another one if something changed it since';
comment on column receivable_change.before is 'issued, settled_amount, settled_on, disputed, split and settlements as they were';

-- receivable: what customers owe, item by item.

create table receivable_item (
    id             uuid primary key default uuidv7(),
    node_id        uuid          not null references identity_node (id),
    file_id        uuid          not null references customerfile_file (id),
    source         text          not null check (length(source) between 1 and 64),
    item_key       text          not null check (length(item_key) between 1 and 200),
    invoice        text,
    issued         date,
    due            date          not null,
    currency       currency_code not null,
    amount         money_amount  not null,
    settled_amount money_amount  not null default 0,
    settled_on     date,
    open_amount    money_amount  generated always as (amount - settled_amount) stored,
    disputed       boolean       not null default false,
    import_id      uuid,
    recorded_at    timestamptz   not null default now(),
    version        integer       not null default 1,
    unique (node_id, file_id, currency, item_key, due, amount),
    check (sign(settled_amount) in (0, sign(amount)) and abs(settled_amount) <= abs(amount))
);
create index receivable_item_open on receivable_item (node_id, currency, due, id) where amount <> settled_amount;
create index receivable_item_file on receivable_item (file_id, due, id);
create index receivable_item_import on receivable_item (import_id);
create index receivable_item_invoice on receivable_item (node_id, lower(invoice) text_pattern_ops);
comment on table receivable_item is 'Invoices and instalments (应收项目); negative amounts are credit notes';
comment on column receivable_item.item_key is 'Invoice number, or the row number where a ledger has none';
comment on column receivable_item.issued is 'Null: before any date asked for';
comment on column receivable_item.settled_on is 'Date of the last settlement; null: settled at every date, or nothing settled';

create table receivable_settlement (
    id          uuid primary key default uuidv7(),
    item_id     uuid         not null references receivable_item (id),
    node_id     uuid         not null references identity_node (id),
    settled_on  date,
    amount      money_amount not null check (amount <> 0),
    import_id   uuid,
    recorded_at timestamptz  not null default now()
);
create index receivable_settlement_item on receivable_settlement (item_id, settled_on);
create index receivable_settlement_import on receivable_settlement (import_id);
comment on table receivable_settlement is 'What settled an item, by date (核销); null date: at every date';

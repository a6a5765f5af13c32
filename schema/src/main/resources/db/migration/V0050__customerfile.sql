-- customerfile: one legal entity is a party; a company's relation with it is a file, and everything confidential hangs there.

create table customerfile_party (
    id           uuid primary key default uuidv7(),
    node_id      uuid        not null references identity_node (id),
    credit_code  text check (credit_code ~ '^[0-9A-HJ-NP-RTUWXY]{18}$'),
    name         text collate "zh-x-icu" not null check (length(name) between 1 and 300),
    normal_name  text        not null,
    former_names text[]      not null default '{}',
    registry     jsonb       not null default '{}' check (jsonb_typeof(registry) = 'object'),
    version      integer     not null default 1,
    recorded_at  timestamptz not null default now(),
    unique (credit_code)
);
create index customerfile_party_normal_name on customerfile_party (normal_name);
comment on table customerfile_party is 'Legal entities (主体): registry facts only, readable by every company';
comment on column customerfile_party.node_id is 'Root of the installation: a party belongs to no single company';
comment on column customerfile_party.credit_code is 'Unified social credit code (统一社会信用代码)';
comment on column customerfile_party.normal_name is 'Name without spaces, width and legal form, for finding doubles';
comment on column customerfile_party.registry is 'Legal representative, capital, founding date …';

create table customerfile_file (
    id            uuid primary key default uuidv7(),
    node_id       uuid        not null references identity_node (id),
    department_id uuid references identity_node (id),
    party_id      uuid        not null references customerfile_party (id),
    number        text        not null check (length(number) between 1 and 64),
    kind          text        not null default 'customer' check (kind in ('customer', 'supplier', 'dealer', 'agent')),
    industry      text,
    region        text,
    address       text,
    owner_id      uuid references identity_user (id),
    contacts      jsonb       not null default '[]' check (jsonb_typeof(contacts) = 'array'),
    version       integer     not null default 1,
    created_at    timestamptz not null default now(),
    valid_from    date        not null,
    valid_to      date check (valid_to > valid_from),
    unique (node_id, number),
    unique (node_id, party_id)
);
create index customerfile_file_party on customerfile_file (party_id);
create index customerfile_file_owner on customerfile_file (owner_id);
comment on table customerfile_file is 'Credit files (客户信用档案): one per party and company';
comment on column customerfile_file.node_id is 'Company whose file it is';
comment on column customerfile_file.valid_to is 'First day the relation no longer exists';
comment on column customerfile_file.version is 'Rises with each change; the ETag';

create table customerfile_key (
    node_id     uuid        not null references identity_node (id),
    source      text        not null check (length(source) between 1 and 64),
    key         text        not null check (length(key) between 1 and 200),
    file_id     uuid        not null references customerfile_file (id),
    recorded_at timestamptz not null default now(),
    primary key (node_id, source, key)
);
create index customerfile_key_file on customerfile_key (file_id);
comment on table customerfile_key is 'How other systems name a customer (来源编码)';

create table customerfile_number (
    node_id uuid    not null references identity_node (id),
    year    integer not null check (year between 1990 and 2999),
    last    integer not null check (last >= 0),
    primary key (node_id, year)
);
comment on table customerfile_number is 'Last number given per company and year, locked while the next is taken, so there are no gaps (编号)';

create table customerfile_overview (
    file_id          uuid primary key references customerfile_file (id),
    node_id          uuid         not null references identity_node (id),
    department_id    uuid references identity_node (id),
    owner_id         uuid references identity_user (id),
    number           text         not null,
    name             text collate "zh-x-icu" not null,
    credit_code      text,
    currency         currency_code not null,
    open             money_amount not null default 0,
    overdue          money_amount not null default 0,
    max_days         integer      not null default 0 check (max_days >= 0),
    limit_state      text         not null default 'not-assessed'
        check (limit_state in ('not-assessed', 'no-credit', 'capped', 'unlimited')),
    limit_amount     money_amount,
    usage            numeric(12, 4),
    grade            text,
    grade_scale      text,
    grade_step       integer,
    grade_steps      integer,
    warning_level    integer      not null default 0 check (warning_level between 0 and 9),
    warning_count    integer      not null default 0 check (warning_count >= 0),
    term_days        integer,
    assessed_on      date,
    other_currencies jsonb        not null default '[]' check (jsonb_typeof(other_currencies) = 'array'),
    recorded_at      timestamptz  not null default now(),
    check ((limit_state = 'capped') = (limit_amount is not null)),
    check ((grade is null) = (grade_step is null))
);
comment on table customerfile_overview is 'What lists of customers show and filter (客户总览): a projection, one row per file';
comment on column customerfile_overview.currency is 'Currency of open, overdue and limit_amount; the others are in other_currencies';
comment on column customerfile_overview.usage is 'open / limit_amount; null without a capped limit above zero';
comment on column customerfile_overview.grade_step is '1 is the best of grade_steps';
comment on column customerfile_overview.warning_level is '0 none, then rising with severity';
create index customerfile_overview_name on customerfile_overview (node_id, name, file_id);
create index customerfile_overview_number on customerfile_overview (node_id, number, file_id);
create index customerfile_overview_open on customerfile_overview (node_id, open, file_id);
create index customerfile_overview_overdue on customerfile_overview (node_id, overdue, file_id);
create index customerfile_overview_max_days on customerfile_overview (node_id, max_days, file_id);
create index customerfile_overview_limit on customerfile_overview (node_id, coalesce(limit_amount, -1), file_id);
create index customerfile_overview_usage on customerfile_overview (node_id, coalesce(usage, -1), file_id);
create index customerfile_overview_grade on customerfile_overview (node_id, coalesce(grade_step, 0), file_id);
create index customerfile_overview_warning on customerfile_overview (node_id, warning_level, file_id);

create table customerfile_search (
    file_id uuid not null references customerfile_file (id),
    node_id uuid not null references identity_node (id),
    kind    text not null check (kind in ('name', 'number', 'code', 'key', 'pinyin', 'invoice')),
    words   text not null,
    primary key (file_id, kind, words)
);
create index customerfile_search_words on customerfile_search using gin (words gin_trgm_ops);
create index customerfile_search_exact on customerfile_search (words text_pattern_ops);
comment on table customerfile_search is 'Words a customer is found by (检索词), in lower case; a policy on rows would hide the trigram index';

-- policy: number series, gap-free because a number is given in the transaction of what it numbers (docs/adr/0105).

create unique index identity_node_code on identity_node (lower(code)) where code is not null;

create table policy_number_pattern (
    id          uuid primary key default uuidv7(),
    node_id     uuid        not null references identity_node (id),
    kind        text        not null check (kind ~ '^[a-z][a-z-]{1,39}$'),
    number      integer     not null check (number > 0),
    pattern     text        not null check (length(pattern) between 10 and 80 and pattern ~ '[{]serial:[1-9][}]'),
    per         text        not null check (per in ('department', 'company')),
    reason      text        not null check (length(reason) between 1 and 500),
    set_at      timestamptz not null,
    set_by      uuid        not null references identity_user (id),
    setter_name text        not null,
    unique (node_id, kind, number)
);
comment on table policy_number_pattern is 'Patterns of numbers that were set at a node (编号规则); of a node and kind the highest number holds; only grows';
comment on column policy_number_pattern.per is 'Whether each department has a series of its own, or the company one';

create trigger policy_number_pattern_only_grows before update or delete on policy_number_pattern
    for each row execute function platform_refuse_change();
revoke update, delete on policy_number_pattern from xd_app, xd_engine;

create table policy_series (
    id         uuid primary key default uuidv7(),
    node_id    uuid    not null references identity_node (id),
    company_id uuid    not null references identity_node (id),
    kind       text    not null check (kind ~ '^[a-z][a-z-]{1,39}$'),
    year       integer check (year between 1990 and 2999),
    last       integer not null check (last > 0),
    unique nulls not distinct (node_id, kind, year)
);
comment on table policy_series is 'Number series (编号序列): last serial given at a node for a kind and year, locked while the next is taken';
comment on column policy_series.company_id is 'Company of the node, within which a number of a kind is unique; above all companies the node itself';
comment on column policy_series.year is 'Business year; null for a series that runs on';

create function policy_series_counts() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'DELETE' or new.last <> old.last + 1
        or (new.id, new.node_id, new.company_id, new.kind, new.year) is distinct from (old.id, old.node_id, old.company_id, old.kind, old.year)
    then
        raise exception 'a series only counts on, by one' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
create trigger policy_series_counts before update or delete on policy_series
    for each row execute function policy_series_counts();
revoke delete on policy_series from xd_app, xd_engine;

create table policy_number (
    id           uuid primary key default uuidv7(),
    series_id    uuid        not null references policy_series (id),
    node_id      uuid        not null references identity_node (id),
    company_id   uuid        not null references identity_node (id),
    kind         text        not null,
    serial       integer     not null check (serial > 0),
    number       text        not null check (length(number) between 1 and 120),
    subject_kind text        not null check (subject_kind ~ '^[a-z][a-z-]{1,39}$'),
    subject_id   uuid        not null,
    subject_name text        not null check (length(subject_name) between 1 and 300),
    given_on     date        not null,
    given_at     timestamptz not null,
    replaced_on  date,
    -- The old number is closed before the new one is kept, as only one counts at a time.
    replaced_by  uuid references policy_number (id) deferrable initially deferred,
    voided_at    timestamptz,
    voided_by    uuid references identity_user (id),
    voider_name  text,
    void_reason  text check (length(void_reason) between 1 and 500),
    unique (series_id, serial),
    unique (company_id, kind, number),
    check ((replaced_on is null) = (replaced_by is null)),
    check ((voided_at is null) = (voided_by is null)),
    check ((voided_at is null) = (voider_name is null)),
    check ((voided_at is null) = (void_reason is null)),
    check (voided_at is null or replaced_on is null)
);
create index policy_number_text on policy_number (number);
create unique index policy_number_subject on policy_number (kind, subject_id) where voided_at is null and replaced_on is null;
comment on table policy_number is 'Numbers that were given (编号), each for good; void and replaced ones stay search keys';
comment on column policy_number.given_on is 'Business date';
comment on column policy_number.replaced_on is 'Day its subject got another number (重新编号)';
comment on column policy_number.void_reason is 'Why it counts no more (作废原因)';

create function policy_number_stays() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'DELETE' or old.voided_at is not null or old.replaced_on is not null
        or (new.id, new.series_id, new.node_id, new.company_id, new.kind, new.serial, new.number, new.subject_kind, new.subject_id,
            new.subject_name, new.given_on, new.given_at)
        is distinct from (old.id, old.series_id, old.node_id, old.company_id, old.kind, old.serial, old.number, old.subject_kind,
            old.subject_id, old.subject_name, old.given_on, old.given_at)
    then
        raise exception 'number % is given for good', old.number using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
create trigger policy_number_stays before update or delete on policy_number
    for each row execute function policy_number_stays();
revoke delete on policy_number from xd_app, xd_engine;

create table policy_number_move (
    id          uuid primary key default uuidv7(),
    number_id   uuid        not null references policy_number (id),
    node_id     uuid        not null references identity_node (id),
    moved_on    date        not null,
    recorded_at timestamptz not null,
    unique (number_id, node_id, moved_on)
);
create index policy_number_move_node on policy_number_move (node_id, number_id);
comment on table policy_number_move is 'Nodes that numbered things went to (编号沿用): the number stays as it is and is found there too; only grows';

create trigger policy_number_move_only_grows before update or delete on policy_number_move
    for each row execute function platform_refuse_change();
revoke update, delete on policy_number_move from xd_app, xd_engine;

do
$$
declare
    within constant text := 'node_id = any ((select platform_nodes())::uuid[])';
begin
    -- The pattern of a node holds for all below it, so it is read from there.
    call platform_wall('policy_number_pattern', 'true', within);
    call platform_wall('policy_series', within, within);
    call platform_wall('policy_number_move', within, within);
    call platform_wall('policy_number', within || ' or id in (select m.number_id from policy_number_move m)', within);
end
$$;

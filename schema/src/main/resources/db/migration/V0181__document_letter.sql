-- document: templates of letters, and the letters made of them (docs/adr/0120).

create table document_letter_template (
    id       uuid primary key default uuidv7(),
    node_id  uuid    not null references identity_node (id),
    code     text    not null check (code ~ '^[a-z][a-z0-9-]{1,59}$'),
    name     text    not null check (length(name) between 1 and 100),
    language text    not null check (language in ('zh', 'en')),
    retired  boolean not null default false,
    version  integer not null default 1 check (version > 0),
    unique (node_id, code)
);
comment on table document_letter_template is 'Templates of letters (函件模板), for their node and all below it';
comment on column document_letter_template.version is 'Number of the latest version; the ETag';

create table document_letter_template_version (
    template_id  uuid        not null references document_letter_template (id),
    node_id      uuid        not null references identity_node (id),
    number       integer     not null check (number > 0),
    body         text        not null check (length(body) between 1 and 50000),
    reason       text check (length(reason) between 1 and 500),
    changed_by   uuid        not null references identity_user (id),
    changer_name text        not null,
    changed_at   timestamptz not null,
    primary key (template_id, number),
    check ((number = 1) = (reason is null))
);
comment on table document_letter_template_version is 'What templates said (函件模板版本); only grows';
create trigger document_letter_template_version_only_grows before update or delete on document_letter_template_version
    for each row execute function platform_refuse_change();
revoke update, delete on document_letter_template_version from xd_app, xd_engine;

create table document_letter (
    id               uuid primary key default uuidv7(),
    node_id          uuid        not null references identity_node (id),
    subject_id       uuid        not null,
    subject_name     text        not null,
    number           text        not null check (length(number) between 1 and 120),
    title            text        not null check (length(title) between 1 and 100),
    template_id      uuid        not null,
    template_version integer     not null,
    document_id      uuid        not null references document_document (id),
    code             text        not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
    batch_id         uuid,
    made_on          date        not null,
    made_by          uuid        not null references identity_user (id),
    maker_name       text        not null,
    made_at          timestamptz not null,
    withdrawn_at     timestamptz,
    withdrawn_by     uuid references identity_user (id),
    withdrawn_for    text check (length(withdrawn_for) between 1 and 500),
    unique (node_id, number),
    foreign key (template_id, template_version) references document_letter_template_version (template_id, number),
    check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_for is null))
);
create index document_letter_subject on document_letter (subject_id, id);
create index document_letter_node on document_letter (node_id, id);
create index document_letter_batch on document_letter (batch_id, id) where batch_id is not null;
comment on table document_letter is 'Letters that were made (函件); a withdrawn one keeps its number';
comment on column document_letter.node_id is 'Company of the file it goes to';
comment on column document_letter.subject_name is 'Number and name of the file on the day of the letter';
comment on column document_letter.code is 'By which whoever holds the letter asks whether it is ours: sixteen signs, not to be guessed';

create index document_letter_template_day on document_letter (template_id, made_on);

create table document_letter_left_out (
    batch_id     uuid  not null,
    subject_id   uuid  not null,
    node_id      uuid  not null references identity_node (id),
    subject_name text  not null,
    reasons      jsonb not null check (jsonb_typeof(reasons) = 'array' and jsonb_array_length(reasons) > 0),
    primary key (batch_id, subject_id)
);
comment on table document_letter_left_out is 'Files that got no letter in a batch, and why (未成函清单)';
create trigger document_letter_left_out_only_grows before update or delete on document_letter_left_out
    for each row execute function platform_refuse_change();
revoke update, delete on document_letter_left_out from xd_app, xd_engine;

create function document_letter_keeps() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'UPDATE' and old.withdrawn_at is null and new.withdrawn_at is not null
        and to_jsonb(new) - array ['withdrawn_at', 'withdrawn_by', 'withdrawn_for']
            = to_jsonb(old) - array ['withdrawn_at', 'withdrawn_by', 'withdrawn_for'] then
        return new;
    end if;
    raise exception 'letter % only is withdrawn', old.number using errcode = 'restrict_violation';
end
$$;
create trigger document_letter_keeps before update or delete on document_letter
    for each row execute function document_letter_keeps();
revoke delete on document_letter from xd_app, xd_engine;

-- Whoever holds a letter is nobody here; he is told what stands on the paper he holds, and whether it still counts.
create function document_letter_verified(asked text)
    returns table (number text, company text, made_on date, withdrawn boolean)
    language sql stable security definer set search_path = public
as $$
    select l.number, n.name, l.made_on, l.withdrawn_at is not null
    from document_letter l join identity_node n on n.id = l.node_id
    where l.code = asked
$$;
revoke execute on function document_letter_verified(text) from public;
grant execute on function document_letter_verified(text) to xd_app;
comment on function document_letter_verified(text) is 'The letter with a code (函件验证)';

do
$$
declare
    within constant text := 'node_id = any ((select platform_nodes())::uuid[])';
    readable constant text := within || ' and subject_id <> all ((select secrecy_closed())::uuid[])';
begin
    -- Templates of a node are used by all below it.
    call platform_wall('document_letter_template', 'true', within);
    call platform_wall('document_letter_template_version', 'true', within);
    call platform_wall('document_letter', readable, readable);
    call platform_wall('document_letter_left_out', readable, within);
end
$$;

-- forms: forms that users draw, their versions, and the records filled in (docs/adr/0116, 0117).

create table forms_form (
    id         uuid primary key default uuidv7(),
    node_id    uuid        not null references identity_node (id),
    code       text        not null check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
    subject    text        not null check (subject in ('none', 'customer', 'customer-fields')),
    published  integer check (published > 0),
    created_by uuid        not null references identity_user (id),
    created_at timestamptz not null,
    unique (node_id, code)
);
comment on table forms_form is 'Forms without code (零代码表单); hold at their node and all below it';
comment on column forms_form.subject is 'What a record belongs to: nothing, a customer file, or the one set of own fields of a customer file (自定义字段)';
comment on column forms_form.published is 'Number of the version new records are filled in by; none before the first publication';

create table forms_version (
    form_id      uuid        not null references forms_form (id),
    number       integer     not null check (number > 0),
    node_id      uuid        not null references identity_node (id),
    state        text        not null check (state in ('draft', 'checked', 'published', 'withdrawn')),
    definition   text        not null check (length(definition) between 2 and 400000),
    sha256       sha256_hex  not null,
    authors      uuid[]      not null check (cardinality(authors) between 1 and 1000),
    changed_at   timestamptz not null,
    decided_by   uuid references identity_user (id),
    decider_name text,
    decided_at   timestamptz,
    reason       text check (length(reason) between 1 and 500),
    revision     integer     not null default 1 check (revision > 0),
    primary key (form_id, number),
    check ((decided_by is null) = (decided_at is null)),
    check ((decided_by is null) = (decider_name is null)),
    check (state <> 'published' or decided_by is not null)
);
create unique index forms_version_open on forms_version (form_id) where state in ('draft', 'checked');
comment on table forms_version is 'Versions of forms (表单版本); what is published stays as it is';
comment on column forms_version.definition is 'Definition in canonical JSON';
comment on column forms_version.authors is 'Everybody who wrote in it; none of them publishes it';
comment on column forms_version.reason is 'Why it was published, or returned';

create function forms_version_stays() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'DELETE' or old.state in ('published', 'withdrawn')
        or (new.form_id, new.number, new.node_id) is distinct from (old.form_id, old.number, old.node_id)
    then
        raise exception 'version % of a form is closed', old.number using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
create trigger forms_version_stays before update or delete on forms_version
    for each row execute function forms_version_stays();
revoke delete on forms_version from xd_app, xd_engine;

create table forms_record (
    id           uuid primary key default uuidv7(),
    form_id      uuid        not null references forms_form (id),
    version      integer     not null,
    node_id      uuid        not null references identity_node (id),
    subject_id   uuid,
    single       boolean     not null default false,
    customers    uuid[]      not null default '{}',
    number       text check (length(number) between 1 and 120),
    title        text check (length(title) between 1 and 200),
    data         jsonb       not null check (jsonb_typeof(data) = 'object' and length(data::text) <= 1000000),
    state        text        not null default 'active' check (state in ('active', 'void')),
    void_reason  text check (length(void_reason) between 1 and 500),
    created_by   uuid        not null references identity_user (id),
    creator_name text        not null,
    created_at   timestamptz not null,
    changed_by   uuid        not null references identity_user (id),
    changer_name text        not null,
    changed_at   timestamptz not null,
    revision     integer     not null default 1 check (revision > 0),
    foreign key (form_id, version) references forms_version (form_id, number),
    check ((state = 'void') = (void_reason is not null)),
    check (not single or subject_id is not null)
);
create index forms_record_list on forms_record (form_id, node_id, id);
create index forms_record_subject on forms_record (subject_id, form_id) where subject_id is not null;
create unique index forms_record_single on forms_record (form_id, subject_id) where single and state = 'active';
comment on table forms_record is 'Records of forms (表单记录): values by field as texts, lists and rows, valid by their version';
comment on column forms_record.version is 'Version of the form it was last saved by';
comment on column forms_record.subject_id is 'Customer file it belongs to, where the form belongs to customer files';
comment on column forms_record.single is 'Whether it holds the own fields of its customer file, of which there is one set';
comment on column forms_record.customers is 'Customer files it names anywhere; a closed one of them closes the record';
comment on column forms_record.title is 'What lists call it; from the field that the form says';

create function forms_record_keeps() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'DELETE' or old.state = 'void' or new.revision <> old.revision + 1
        or (new.id, new.form_id, new.subject_id, new.single, new.node_id, new.number, new.created_by, new.created_at)
        is distinct from (old.id, old.form_id, old.subject_id, old.single, old.node_id, old.number, old.created_by, old.created_at)
    then
        raise exception 'record % keeps what it is', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
create trigger forms_record_keeps before update or delete on forms_record
    for each row execute function forms_record_keeps();
revoke delete on forms_record from xd_app, xd_engine;

do
$$
declare
    within constant text := 'node_id = any ((select platform_nodes())::uuid[])';
    readable constant text := within || ' and not customers && (select secrecy_closed())::uuid[]';
begin
    -- A form of a node holds for all below it, so it is read from there; who may is asked by the program.
    call platform_wall('forms_form', 'true', within);
    call platform_wall('forms_version', 'true', within);
    call platform_wall('forms_record', readable, readable);
end
$$;

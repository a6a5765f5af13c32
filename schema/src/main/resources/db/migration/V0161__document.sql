-- document: contents by their hash in the data folder, documents and their versions here (docs/adr/0106).

create table document_document (
    id           uuid primary key default uuidv7(),
    node_id      uuid     not null references identity_node (id),
    subject_kind text     not null check (subject_kind ~ '^[a-z][a-z-]{1,39}$'),
    subject_id   uuid     not null,
    number       text     not null check (length(number) between 1 and 120),
    title        text     not null check (length(title) between 1 and 200),
    level        smallint not null check (level between 0 and 3),
    version      integer  not null check (version > 0)
);
create index document_document_subject on document_document (subject_kind, subject_id, id);
comment on table document_document is 'Documents (资料) and the objects they belong to; none is ever removed here';
comment on column document_document.node_id is 'Company of the object';
comment on column document_document.level is 'Confidentiality by itself (机密级别): 0 public, 1 internal, 2 confidential, 3 secret; its object may be more';
comment on column document_document.version is 'Number of the latest version';

create table document_version (
    document_id   uuid        not null references document_document (id),
    node_id       uuid        not null references identity_node (id),
    number        integer     not null check (number > 0),
    name          text        not null check (length(name) between 1 and 200 and name !~ '[/\\]'),
    type          text        not null check (type ~ '^[a-z]{2,10}$'),
    sha256        sha256_hex  not null,
    size          bigint      not null check (size > 0),
    reason        text check (length(reason) between 1 and 500),
    uploaded_by   uuid        not null references identity_user (id),
    uploader_name text        not null,
    uploaded_at   timestamptz not null,
    primary key (document_id, number),
    check ((number = 1) = (reason is null))
);
create index document_version_content on document_version (sha256);
comment on table document_version is 'Versions of documents (资料版本); only grows';
comment on column document_version.sha256 is 'Names the content in the folder documents';

create trigger document_version_only_grows before update or delete on document_version
    for each row execute function platform_refuse_change();
revoke update, delete on document_version from xd_app, xd_engine;

create function document_keeps() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'DELETE' or new.version <> old.version + 1
        or (new.id, new.node_id, new.subject_kind, new.subject_id, new.number, new.level)
        is distinct from (old.id, old.node_id, old.subject_kind, old.subject_id, old.number, old.level)
    then
        raise exception 'document % only gets versions', old.number using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
create trigger document_document_keeps before update or delete on document_document
    for each row execute function document_keeps();
revoke delete on document_document from xd_app, xd_engine;

do
$$
declare
    within constant text := 'node_id = any ((select platform_nodes())::uuid[])';
    -- Closed files close their documents; a document may be more confidential than its file.
    readable constant text := within || ' and subject_id <> all ((select secrecy_closed())::uuid[])'
        || ' and (level <= 1 or level <= (select coalesce(max(c.level), 1) from secrecy_clearance c'
        || ' where c.user_id = nullif(current_setting(''xd.user'', true), '''')::uuid))';
begin
    call platform_wall('document_document', readable, readable);
    call platform_wall('document_version', 'exists (select from document_document d where d.id = document_id)', within);
end
$$;

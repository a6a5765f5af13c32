-- calendar: holidays and make-up days of each year as they were imported (docs/adr/0102). One calendar for the whole installation.

create table calendar_import (
    id            uuid primary key default uuidv7(),
    node_id       uuid        not null references identity_node (id),
    number        integer     not null check (number > 0),
    year          integer     not null check (year between 1950 and 2200),
    file          text        not null check (length(file) between 1 and 200),
    document      text        not null check (length(document) between 2 and 200000),
    sha256        sha256_hex  not null,
    papers        text[]      not null,
    imported_at   timestamptz not null,
    imported_by   uuid        not null references identity_user (id),
    importer_name text        not null,
    unique (node_id, number)
);
comment on table calendar_import is 'Imported files of holidays (节假日导入); of a year the highest number is in force; only grows';
comment on column calendar_import.node_id is 'The root: the calendar holds for the whole installation';
comment on column calendar_import.number is 'Counts the imports; the highest is the version of the calendar';
comment on column calendar_import.document is 'The file as it was read; sha256 is its own';
comment on column calendar_import.papers is 'Addresses of the notices that say so';

create trigger calendar_import_only_grows before update or delete on calendar_import
    for each row execute function platform_refuse_change();
revoke update, delete on calendar_import from xd_app, xd_engine;

create table calendar_day (
    import_id uuid    not null references calendar_import (id),
    day       date    not null,
    name      text    not null check (length(name) between 1 and 100),
    worked    boolean not null,
    primary key (import_id, day)
);
comment on table calendar_day is 'Days of an import that differ from their day of the week (放假与调休); only grows';
comment on column calendar_day.name is 'Holiday it belongs to';
comment on column calendar_day.worked is 'False for a day off, true for a make-up day';

create trigger calendar_day_only_grows before update or delete on calendar_day
    for each row execute function platform_refuse_change();
revoke update, delete on calendar_day from xd_app, xd_engine;

do
$$
declare
    within constant text := 'node_id = any ((select platform_nodes())::uuid[])';
begin
    -- Read by every company, written by whoever reaches the root.
    call platform_wall('calendar_import', 'true', within);
    call platform_wall('calendar_day', 'true', format('exists (select from calendar_import i where i.id = import_id and i.%s)', within));
end
$$;

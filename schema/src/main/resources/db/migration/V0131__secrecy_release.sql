-- secrecy: what leaves the house, to whom and on which ground.

create table secrecy_number (
    node_id uuid    not null references identity_node (id),
    year    integer not null check (year between 1990 and 2999),
    last    integer not null check (last >= 0),
    primary key (node_id, year)
);
comment on table secrecy_number is 'Last number given in the register per node and year, locked while the next is taken (登记编号)';

create table secrecy_release (
    id          uuid primary key default uuidv7(),
    node_id     uuid        not null references identity_node (id),
    number      text        not null check (length(number) between 1 and 40),
    recorded_at timestamptz not null,
    actor_id    uuid        not null references identity_user (id),
    actor_name  text        not null,
    kind        text        not null check (kind in ('export', 'print', 'manual')),
    what        text        not null check (length(what) between 1 and 500),
    recipient   text        not null check (length(recipient) between 1 and 300),
    ground      text        not null check (length(ground) between 1 and 500),
    approval    text        not null check (length(approval) between 1 and 300),
    level       smallint    not null check (level between 0 and 3),
    details     jsonb       not null default '{}' check (jsonb_typeof(details) = 'object'),
    unique (node_id, number)
);
create index secrecy_release_node on secrecy_release (node_id, id);
comment on table secrecy_release is 'Register of what leaves the house (对外提供登记): exports and prints by themselves, everything else by hand; only grows';
comment on column secrecy_release.details is 'Filters, columns and form of an export';

create trigger secrecy_release_only_grows before update or delete on secrecy_release
    for each row execute function platform_refuse_change();
create trigger secrecy_release_is_not_emptied before truncate on secrecy_release
    for each statement execute function platform_refuse_change();
revoke update, delete on secrecy_release from xd_app, xd_engine;

do
$$
declare
    within constant text := 'node_id = any ((select platform_nodes())::uuid[])';
begin
    call platform_wall('secrecy_number', within, within);
    call platform_wall('secrecy_release', within, within);
end
$$;

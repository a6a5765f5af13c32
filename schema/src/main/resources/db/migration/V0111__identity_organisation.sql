-- Organisation with dates (docs/adr/0086): identity_node is the tree of today, its versions are the tree of every day.

alter table identity_node drop constraint identity_node_kind_check;
alter table identity_node add check (kind in ('group', 'company', 'department', 'site'));
alter table identity_node drop constraint identity_node_check1;
alter table identity_node add check (kind not in ('department', 'site') or parent_id is not null);
alter table identity_node add column closed boolean not null default false;
alter table identity_node drop constraint identity_node_parent_id_name_key;
-- Names are compared on the day they count from, under a lock: two nodes may take each other's on one day.
alter table identity_node add column version integer not null default 1;
create index identity_node_parent on identity_node (parent_id);
comment on table identity_node is 'Organisation tree of today (组织树): groups, companies, departments, sites';
comment on column identity_node.closed is 'Nothing new belongs to it; what it has stays readable';

create table identity_node_version (
    node_id     uuid        not null references identity_node (id),
    valid_from  date        not null,
    valid_to    date check (valid_to > valid_from),
    parent_id   uuid references identity_node (id),
    name        text collate "zh-x-icu" not null check (length(name) between 1 and 200),
    closed      boolean     not null default false,
    recorded_at timestamptz not null default now(),
    primary key (node_id, valid_from),
    check (parent_id is distinct from node_id)
);
create index identity_node_version_from on identity_node_version (valid_from);
comment on table identity_node_version is 'Place, name and state of a node from day to day (组织沿革): without gaps, without overlaps';
comment on column identity_node_version.valid_to is 'First day the next version counts; null: until further notice';

-- What stood before counts from the day a node was made; the clock of a demonstration may stand behind the calendar.
insert into identity_node_version (node_id, valid_from, parent_id, name)
select n.id, least(
    (n.recorded_at at time zone 'Asia/Shanghai')::date,
    ((now() + make_interval(secs => coalesce((select c.offset_seconds from platform_clock c), 0))) at time zone 'Asia/Shanghai')::date),
    n.parent_id, n.name
from identity_node n;

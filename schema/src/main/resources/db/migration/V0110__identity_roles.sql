-- Roles as data (docs/adr/0085): what a role may is listed, and a user holds roles per node and from day to day.

create table identity_role (
    id          uuid primary key default uuidv7(),
    node_id     uuid references identity_node (id),
    code        text check (code ~ '^[a-z][a-z-]{1,31}$'),
    name_zh     text        not null check (length(name_zh) between 1 and 100),
    name_en     text        not null check (length(name_en) between 1 and 100),
    version     integer     not null default 1,
    recorded_at timestamptz not null default now(),
    unique (code),
    check ((node_id is null) = (code is not null))
);
comment on table identity_role is 'Roles (角色): presets, which have a code and no node, and those that companies made';
comment on column identity_role.node_id is 'Node that made it: it may be given there and below';
comment on column identity_role.code is 'Name of a preset in roles.properties, where its rights stand';

create table identity_role_right (
    role_id    uuid not null references identity_role (id) on delete cascade,
    right_name text not null check (right_name ~ '^[a-z]+\.[a-z-]+$'),
    primary key (role_id, right_name)
);
comment on table identity_role_right is 'Rights of roles that companies made (角色权限)';

create table identity_assignment (
    id          uuid primary key default uuidv7(),
    user_id     uuid        not null references identity_user (id),
    role_id     uuid        not null references identity_role (id),
    node_id     uuid        not null references identity_node (id),
    valid_from  date        not null,
    valid_to    date check (valid_to > valid_from),
    recorded_at timestamptz not null default now()
);
create index identity_assignment_user on identity_assignment (user_id);
create index identity_assignment_role on identity_assignment (role_id);
create index identity_assignment_node on identity_assignment (node_id);
comment on table identity_assignment is 'Which user holds which role at which node (任职), and when';
comment on column identity_assignment.valid_to is 'First day it no longer counts';

insert into identity_role (code, name_zh, name_en) values
    ('administrator', '系统管理员（综合）', 'Administrator'),
    ('system-administrator', '系统管理员（三员）', 'System administrator'),
    ('security-administrator', '安全管理员（三员）', 'Security administrator'),
    ('audit-administrator', '审计管理员（三员）', 'Audit administrator'),
    ('credit-manager', '信用经理（信用管理部门）', 'Credit manager'),
    ('credit-specialist', '信用专员', 'Credit specialist'),
    ('credit-administrator', '信用（合同）管理员', 'Credit administrator'),
    ('file-administrator', '客户信用档案管理员', 'Credit file administrator'),
    ('leading-group', '信用管理领导小组', 'Credit leading group'),
    ('office-director', '领导小组办公室主任', 'Director of the group''s office'),
    ('credit-office', '信用管理办公室', 'Credit management office'),
    ('professional-team', '专业部门（专业团队）', 'Professional team'),
    ('sales', '业务员', 'Sales'),
    ('sales-director', '销售总监', 'Sales director'),
    ('contract-handler', '合同承办人', 'Contract handler'),
    ('customer-service', '客服', 'Customer service'),
    ('company-office', '公司办公室', 'Company office'),
    ('finance', '财务', 'Finance'),
    ('collector', '催收员', 'Collector'),
    ('legal', '法务', 'Legal'),
    ('archivist', '档案管理员', 'Archivist'),
    ('executive', '高管（总经理）', 'Executive'),
    ('group-credit', '集团信用管理机构', 'Group credit organ'),
    ('upper-department', '上级部门', 'Upper department'),
    ('auditor', '内部审计', 'Internal auditor'),
    ('external-reviewer', '外部审查', 'External reviewer');

-- Everybody keeps what he has. The clock of a demonstration may stand behind the calendar.
insert into identity_assignment (user_id, role_id, node_id, valid_from)
select u.id, r.id, u.node_id, least(
    (u.created_at at time zone 'Asia/Shanghai')::date,
    ((now() + make_interval(secs => coalesce((select c.offset_seconds from platform_clock c), 0))) at time zone 'Asia/Shanghai')::date)
from identity_user u join identity_role r on r.code = u.role;

do
$$
begin
    if (select count(*) from identity_assignment) <> (select count(*) from identity_user) then
        raise exception 'a user would lose his role';
    end if;
end
$$;
alter table identity_user drop column role;
comment on column identity_user.node_id is 'Node the person belongs to; what he reaches is said by his roles';

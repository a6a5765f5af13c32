-- identity: three administrators that keep each other in check (docs/adr/0098), and auditors by a mark of the role.

create table identity_separation (
    node_id   uuid primary key references identity_node (id),
    active    boolean     not null default false,
    asked_by  uuid references identity_user (id),
    asked_as  text check (asked_as in ('system', 'security', 'audit')),
    asked_at  timestamptz,
    reason    text check (length(reason) between 1 and 500),
    version   integer     not null default 1,
    check ((asked_by is null) = (asked_at is null) and (asked_by is null) = (asked_as is null) and (asked_by is null) = (reason is null)),
    check (active or asked_by is null)
);
comment on table identity_separation is 'Whether the three administrators are kept apart (三员分立开关); one row, of the root node, or none as long as nobody switched it';
comment on column identity_separation.asked_by is 'Who asked to switch it off; somebody of another kind confirms';
call platform_wall('identity_separation'::regclass, 'true', 'node_id = any ((select platform_nodes())::uuid[])');

alter table identity_role add column auditing boolean not null default false;
update identity_role set auditing = true where code in ('auditor', 'external-reviewer');
comment on column identity_role.auditing is 'Auditors look and change nothing, are watched, and come for a time (审计角色); a copy keeps the mark';

-- Deputies (docs/adr/0087): for some days somebody holds what another one holds, and the trail says on whose behalf.

create table identity_deputy (
    id          uuid primary key default uuidv7(),
    user_id     uuid        not null references identity_user (id),
    deputy_id   uuid        not null references identity_user (id),
    valid_from  date        not null,
    valid_to    date        not null check (valid_to > valid_from),
    reason      text        not null check (length(reason) between 1 and 300),
    made_by     uuid        not null references identity_user (id),
    recorded_at timestamptz not null default now(),
    check (user_id <> deputy_id)
);
create index identity_deputy_user on identity_deputy (user_id);
create index identity_deputy_deputy on identity_deputy (deputy_id);
comment on table identity_deputy is 'Who stands in for whom (代理), and when';
comment on column identity_deputy.valid_to is 'First day it no longer counts; a deputyship always ends';

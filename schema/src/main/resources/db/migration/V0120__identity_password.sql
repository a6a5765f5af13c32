-- What stands beside a password: when it was set, whether its owner still has to replace it, and how often everything was ended.

alter table identity_user
    add column password_set_at     timestamptz not null default now(),
    add column password_change_due boolean     not null default false,
    add column session_epoch       integer     not null default 1;
comment on column identity_user.password_change_due is 'Somebody else knows the password; signing in asks for a new one (须改密)';
comment on column identity_user.session_epoch is
    'Sessions begun under another number are ended: it rises with a new password, a closed account and the end of all sessions';

-- policy: what a check found stays with the draft, and a version that has not begun can be taken back (docs/adr/0103).

alter table policy_draft add column findings jsonb check (jsonb_typeof(findings) = 'array');
comment on column policy_draft.findings is 'What the last check found; none since the draft was changed';

alter table policy_policy
    add column withdrawn_by uuid references identity_user (id),
    add column withdrawn_at timestamptz,
    add column withdrawn_for text check (length(withdrawn_for) between 1 and 500),
    add check ((state = 'withdrawn') = (withdrawn_at is not null)) not valid,
    add check ((withdrawn_by is null) = (withdrawn_at is null) and (withdrawn_for is null) = (withdrawn_at is null));
comment on column policy_policy.withdrawn_for is 'Why it was taken back before it began';

create or replace function policy_refuse_change_in_force() returns trigger
    language plpgsql as
$$
begin
    -- A planned version may be taken back as a whole; nothing else of it changes, and one that holds at once never is planned.
    if tg_op = 'UPDATE' and old.state = 'in-force' and new.state = 'withdrawn' and old.effective_at is null
        and to_jsonb(new) - array ['state', 'withdrawn_by', 'withdrawn_at', 'withdrawn_for']
            = to_jsonb(old) - array ['state', 'withdrawn_by', 'withdrawn_at', 'withdrawn_for'] then
        return new;
    end if;
    if old.state in ('in-force', 'withdrawn') then
        raise exception 'policy % % is in force and never changes; record a new version', old.policy_id, old.version
            using errcode = 'restrict_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end
$$;

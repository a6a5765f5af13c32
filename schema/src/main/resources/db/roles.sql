-- The three roles of an installation (docs/adr/0031). Passwords are set apart: by the program for its own server, by the
-- administrator for an outside one. May run again and again.
do $$
begin
    if not exists (select from pg_roles where rolname = 'xd_owner') then
        create role xd_owner login nosuperuser nocreatedb nocreaterole;
    end if;
    if not exists (select from pg_roles where rolname = 'xd_app') then
        create role xd_app login nosuperuser nocreatedb nocreaterole;
    end if;
    if not exists (select from pg_roles where rolname = 'xd_engine') then
        create role xd_engine login nosuperuser nocreatedb nocreaterole;
    end if;
end
$$;
-- Jobs work for all nodes, and COPY knows no policies on rows (docs/adr/0078).
alter role xd_engine bypassrls;
alter role xd_app nobypassrls;

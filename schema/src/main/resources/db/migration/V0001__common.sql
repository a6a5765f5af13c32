-- What all tables share: extensions, value types, and the rights of the two roles that work with the tables.

create extension if not exists pg_trgm;

create domain currency_code as text
    check (value ~ '^[A-Z]{3}$');
comment on domain currency_code is 'ISO 4217 code (币种)';

create domain sha256_hex as text
    check (value ~ '^[0-9a-f]{64}$');
comment on domain sha256_hex is 'SHA-256 in lower-case hexadecimal (摘要)';

-- Four places hold every currency of ISO 4217; the digits of one currency are the engine's business.
create domain money_amount as numeric(24, 4);
comment on domain money_amount is 'Amount of one currency, exact (金额)';

-- Whoever creates a table as owner grants both working roles what rows need; no DDL, no truncate. Tables that only grow
-- take update and delete away again.
grant usage on schema public to xd_app, xd_engine;
alter default privileges in schema public grant select, insert, update, delete on tables to xd_app, xd_engine;
alter default privileges in schema public grant usage, select on sequences to xd_app, xd_engine;

create function platform_refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end
$$;
comment on function platform_refuse_change() is 'Trigger of tables that only grow; holds for the owner too';

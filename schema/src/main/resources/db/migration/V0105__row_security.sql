-- The second wall (docs/adr/0078): whatever a request asks for, the database hands it rows of the nodes it reaches and no others.
-- Before a connection is handed to a request it is told those nodes; jobs work with a role that passes it.

create function platform_nodes() returns uuid[]
    language sql stable parallel safe
    return coalesce(nullif(current_setting('xd.nodes', true), '')::uuid[], '{}');
comment on function platform_nodes() is 'Nodes the request at hand reaches (数据范围); none if nobody said so';

-- As a subquery the nodes are found once for a statement, not once for a row.
create procedure platform_wall(called regclass, readable text, writable text)
    language plpgsql as
$$
begin
    execute format('alter table %s enable row level security', called);
    execute format('create policy request_reads on %s for select to xd_app using (%s)', called, readable);
    execute format('create policy request_adds on %s for insert to xd_app with check (%s)', called, writable);
    execute format('create policy request_changes on %s for update to xd_app using (%2$s) with check (%2$s)', called, writable);
    execute format('create policy request_removes on %s for delete to xd_app using (%s)', called, writable);
end
$$;
revoke execute on procedure platform_wall(regclass, text, text) from public;
comment on procedure platform_wall(regclass, text, text) is 'Puts the wall around a table, for migrations (数据墙)';

do
$$
declare
    within constant text := 'node_id = any ((select platform_nodes())::uuid[])';
    of_snapshot constant text := 'snapshot_id = any (array(select s.id from receivable_snapshot s))';
    of_import constant text := 'exists (select from integration_import i where i.id = import_id)';
    called text;
begin
    foreach called in array array[
        'platform_job', 'platform_view', 'platform_decision_run', 'platform_decision', 'audittrail_entry',
        'customerfile_file', 'customerfile_key', 'customerfile_number', 'customerfile_overview', 'customerfile_search',
        'customerfile_change', 'receivable_item', 'receivable_settlement', 'receivable_account', 'receivable_change',
        'receivable_ledger', 'receivable_snapshot', 'evaluation_rating', 'creditline_limit', 'warning_warning',
        'integration_import', 'integration_fault', 'integration_mapping', 'insight_assessment', 'insight_day']
    loop
        call platform_wall(called::regclass, within, within);
    end loop;
    -- The regime of a node holds for all below it, so it is read from there.
    call platform_wall('policy_policy', 'true', within);
    -- Rows of a snapshot or an import are those of its node.
    call platform_wall('receivable_snapshot_row', of_snapshot, of_snapshot);
    call platform_wall('receivable_snapshot_sum', of_snapshot, of_snapshot);
    call platform_wall('integration_created', of_import, of_import);
end
$$;

-- Partitions are reached through their table only, or its wall would have back doors.
create or replace function platform_prepare_month(month date) returns void
    language plpgsql security definer set search_path = public as
$$
declare
    first date := date_trunc('month', month)::date;
    name  text := 'platform_decision_' || to_char(first, 'YYYYMM');
begin
    if to_regclass(name) is not null then
        return;
    end if;
    execute format('create table %I partition of platform_decision for values from (%L) to (%L)',
        name, first || ' 00:00:00+00', (first + interval '1 month')::date || ' 00:00:00+00');
    execute format('revoke all on %I from xd_app, xd_engine', name);
end
$$;
do
$$
declare
    part regclass;
begin
    for part in select inhrelid::regclass from pg_inherits where inhparent = 'platform_decision'::regclass loop
        execute format('revoke all on %s from xd_app, xd_engine', part);
    end loop;
end
$$;

-- An expression with coalesce is not passed through the wall, so its index would not be found.
drop index customerfile_overview_limit;
drop index customerfile_overview_usage;
drop index customerfile_overview_grade;
create index customerfile_overview_limit on customerfile_overview
    (node_id, (case when limit_amount is null then -1 else limit_amount end), file_id);
create index customerfile_overview_usage on customerfile_overview (node_id, (case when usage is null then -1 else usage end), file_id);
create index customerfile_overview_grade on customerfile_overview
    (node_id, (case when grade_step is null then 0 else grade_step end), file_id);

-- Nor is the beginning of a text: such a search runs as the owner and takes the scope, like that of customers (docs/adr/0061).
create function receivable_invoices(companies uuid[], departments uuid[], beginning text, most integer) returns table (item_id uuid)
    language sql stable security definer set search_path = public
as $$
    -- By bounds instead of a pattern, so that the index serves any parameter.
    select i.id from receivable_item i
    where i.invoice is not null and lower(i.invoice) ~>=~ lower(beginning) and lower(i.invoice) ~<~ (lower(beginning) || chr(1114111))
        and i.node_id = any (companies) and (departments = '{}' or exists (
            select from customerfile_file f where f.id = i.file_id and f.department_id = any (departments)))
    limit most
$$;
comment on function receivable_invoices(uuid[], uuid[], text, integer) is
    'Items within the scope whose invoice number begins with a text, at most so many; departments {} means whole companies';

-- Without statistics of the new expressions the planner expects a quarter of all rows.
analyze customerfile_overview;

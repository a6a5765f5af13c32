-- A person's customers are one in hundreds: without this a list narrowed to them walks the whole company in its order.
create index customerfile_overview_owner on customerfile_overview (owner_id);

-- The same for the ageing of a small department.
create index receivable_snapshot_row_department on receivable_snapshot_row (snapshot_id, department_id);

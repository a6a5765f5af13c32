-- customerfile: keys and search words remember the import that brought them, so that undoing it takes them back.

alter table customerfile_key add column import_id uuid;
comment on column customerfile_key.import_id is 'Import that brought the key (导入批次); null if it came otherwise';

alter table customerfile_search add column import_id uuid;
comment on column customerfile_search.import_id is 'Import that brought the word (导入批次); null if it came otherwise';

-- Words of imports were in lower case only, not folded as the question is.
with lower as (delete from customerfile_search where words <> customerfile_fold(words) returning *)
insert into customerfile_search (file_id, node_id, kind, words)
select file_id, node_id, kind, customerfile_fold(words) from lower on conflict do nothing;

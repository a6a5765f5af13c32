-- Search (docs/adr/0061): any part of a Chinese name from two letters on, any part of other words from three on, beginnings always.

create function customerfile_fold(word text) returns text
    language sql immutable parallel safe strict
    return lower(normalize(word, nfkc));
comment on function customerfile_fold(text) is 'Lower case, full-width letters as half-width ones (归一)';

create function customerfile_grams(word text) returns text[]
    language sql immutable parallel safe strict
begin atomic
    select coalesce(array_agg(distinct one || coalesce(two, '')), '{}')
    from (select string_to_array(customerfile_fold(word), null) as letters) l
    cross join lateral (
        select a as one, null as two from unnest(letters) a
        union all
        select a, b from unnest(letters, letters[2:]) u (a, b) where b is not null) g;
end;
comment on function customerfile_grams(text) is 'Single letters and pairs of neighbours, folded: trigrams find nothing of two Chinese letters';

drop index customerfile_search_words;
drop index customerfile_search_exact;
create index customerfile_search_grams on customerfile_search using gin (customerfile_grams(words)) where kind in ('name', 'pinyin');
create index customerfile_search_trigrams on customerfile_search using gin (words gin_trgm_ops) where kind in ('number', 'code', 'key');
create index customerfile_search_exact on customerfile_search (words text_pattern_ops) where kind in ('number', 'code', 'key');
comment on table customerfile_search is 'Words a customer is found by (检索词), folded; read only by customerfile_find and customerfile_matches';

-- Search runs as the owner: a policy on rows would hide the indexes, so the scope comes as an argument. The tables are read by
-- the caller afterwards, within its own scope.
create function customerfile_find(companies uuid[], departments uuid[], q text, most integer)
    returns table (file_id uuid, kind text, words text)
    language plpgsql stable security definer set search_path = public as
$$
declare
    asked text := customerfile_fold(q);
    part  text := '%' || replace(replace(replace(asked, '\', '\\'), '%', '\%'), '_', '\_') || '%';
    grams text[] := (select array_agg(g) from unnest(customerfile_grams(asked)) g where length(g) = least(length(asked), 2));
begin
    if asked = '' then
        return;
    end if;
    return query
    with hits as (
        (select s.file_id, s.node_id, s.kind, s.words from customerfile_search s
         where s.kind in ('name', 'pinyin') and customerfile_grams(s.words) @> grams and s.words like part
           and s.node_id = any (companies)
           and (departments = '{}' or exists (select from customerfile_file f where f.id = s.file_id and f.department_id = any (departments)))
         limit most)
        union all
        (select s.file_id, s.node_id, s.kind, s.words from customerfile_search s
         where s.kind in ('number', 'code', 'key')
           and s.words like case when length(asked) < 3 then substr(part, 2) else part end
           and s.node_id = any (companies)
           and (departments = '{}' or exists (select from customerfile_file f where f.id = s.file_id and f.department_id = any (departments)))
         limit most))
    select distinct on (h.file_id) h.file_id, h.kind, h.words from hits h
    order by h.file_id, h.words <> asked, position(asked in h.words), h.kind
    limit most;
end
$$;
comment on function customerfile_find(uuid[], uuid[], text, integer) is
    'Customers within the scope that a text finds, with the word that did, at most so many; departments {} means whole companies';

create function customerfile_matches(file uuid, q text) returns boolean
    language sql stable security definer set search_path = public
as $$
    select exists (select from customerfile_search s where s.file_id = file
        and s.words like '%' || replace(replace(replace(customerfile_fold(q), '\', '\\'), '%', '\%'), '_', '\_') || '%')
$$;
comment on function customerfile_matches(uuid, text) is 'Whether a text finds one customer, whose row the caller has already';

create index customerfile_overview_department on customerfile_overview (department_id);

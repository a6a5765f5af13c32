-- Search among a million customers (docs/adr/0061): letters that most names have must not be looked up one by one, and trigrams
-- know no Chinese letters, so numbers and keys that hold some are found by pairs like names.

drop index customerfile_search_grams;
create index customerfile_search_grams on customerfile_search using gin (customerfile_grams(words))
    where kind in ('name', 'pinyin') or words !~ '^[ -~]*$';

create function customerfile_part(q text) returns text
    language sql immutable parallel safe strict
    return '%' || replace(replace(replace(customerfile_fold(q), '\', '\\'), '%', '\%'), '_', '\_') || '%';
comment on function customerfile_part(text) is 'Pattern of words that hold a text';

-- Of 10,000 words one in a hundred: then a scan meets enough of them at once, and the index would hand out hundreds of thousands.
create function customerfile_is_common(kinds text[], part text) returns boolean
    language sql stable
begin atomic
    select count(*) >= 100 from (select s.words from customerfile_search s where s.kind = any (kinds) limit 10000) w where w.words like part;
end;
comment on function customerfile_is_common(text[], text) is 'Whether a pattern is met by many words';

create function customerfile_hits(companies uuid[], departments uuid[], q text, most integer)
    returns table (file_id uuid, kind text, words text)
    language plpgsql stable set search_path = public set plan_cache_mode = force_custom_plan as
$$
declare
    asked text := customerfile_fold(q);
    part  text := customerfile_part(q);
    plain boolean := asked ~ '^[ -~]*$';
    grams text[] := (select array_agg(g) from unnest(customerfile_grams(asked)) g where length(g) = least(length(asked), 2));
    kinds text[];
begin
    if asked = '' then
        return;
    end if;
    foreach kinds slice 1 in array array[array['name', 'pinyin', ''], array['number', 'code', 'key']] loop
        if kinds[1] = 'number' and not plain then
            -- Found by their pairs among the names.
            continue;
        elsif customerfile_is_common(kinds, part) then
            if departments = '{}' then
                return query select s.file_id, s.kind, s.words from customerfile_search s
                where s.kind = any (kinds) and s.words like part and s.node_id = any (companies) limit most;
            else
                -- File by file ("offset 0" keeps it so): few files or many hits, and either is soon done.
                return query select s.file_id, s.kind, s.words from customerfile_overview o cross join lateral (
                    select t.file_id, t.kind, t.words from customerfile_search t
                    where t.file_id = o.file_id and t.kind = any (kinds) and t.words like part offset 0) s
                where o.department_id = any (departments) and o.node_id = any (companies) limit most;
            end if;
        elsif kinds[1] = 'name' then
            return query select s.file_id, s.kind, s.words from customerfile_search s
            where (s.kind in ('name', 'pinyin') or s.words !~ '^[ -~]*$') and customerfile_grams(s.words) @> grams and s.words like part
                and s.node_id = any (companies) and (departments = '{}' or exists (
                    select from customerfile_file f where f.id = s.file_id and f.department_id = any (departments))) limit most;
        else
            return query select s.file_id, s.kind, s.words from customerfile_search s
            where s.kind in ('number', 'code', 'key') and s.words like case when length(asked) < 3 then substr(part, 2) else part end
                and s.node_id = any (companies) and (departments = '{}' or exists (
                    select from customerfile_file f where f.id = s.file_id and f.department_id = any (departments))) limit most;
        end if;
    end loop;
end
$$;
comment on function customerfile_hits(uuid[], uuid[], text, integer) is
    'Words within the scope that hold a text, of names and of numbers at most so many each; only for the functions below';

create or replace function customerfile_find(companies uuid[], departments uuid[], q text, most integer)
    returns table (file_id uuid, kind text, words text)
    language sql stable security definer set search_path = public
as $$
    select distinct on (h.file_id) h.file_id, h.kind, h.words from customerfile_hits(companies, departments, q, most) h
    order by h.file_id, h.words <> customerfile_fold(q), position(customerfile_fold(q) in h.words), h.kind
    limit most
$$;

-- A file has several words, so that many words may be few files: only words tell whether anything was left out.
create function customerfile_among(companies uuid[], departments uuid[], q text, most integer) returns uuid[]
    language plpgsql stable security definer set search_path = public
as $$
begin
    if customerfile_is_common(array['name', 'pinyin'], customerfile_part(q))
        or customerfile_is_common(array['number', 'code', 'key'], customerfile_part(q)) then
        if departments = '{}' or most < (select count(*) from (
                select from customerfile_overview o where o.department_id = any (departments) limit most + 1) f) then
            return null;
        end if;
    end if;
    return (select case when count(*) filter (where w.is_name) < most and count(*) filter (where not w.is_name) < most
        then coalesce(array_agg(distinct w.file_id), '{}') end
    from (select h.file_id, h.kind in ('name', 'pinyin') as is_name from customerfile_hits(companies, departments, q, most) h) w);
end
$$;
comment on function customerfile_among(uuid[], uuid[], text, integer) is
    'All customers within the scope that a text finds; null if they are many: as many words as that, or a common text';

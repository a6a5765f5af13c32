-- Fills company ':company' with :customers customers and :items items as of ':today', the same ones each time but for their
-- ids. Every line "-- step" begins a part that is timed. Indexes of the big tables are made after the rows, as a restore does.

-- step settings of this connection
set synchronous_commit = off;
set maintenance_work_mem = '1GB';
set work_mem = '256MB';
set jit = off;
select setseed(0.42);

-- step 12 departments, the first with half of the customers, each with half of what is left; 200 people in charge
insert into identity_node (parent_id, kind, name)
select ':company', 'department', '第' || n || '事业部' from generate_series(1, 12) n;
create temp table department as
select id, substring(name from '[0-9]+')::integer as n from identity_node where parent_id = ':company' and kind = 'department';
insert into identity_user (node_id, login, name, role, password_hash, active)
select ':company', 'owner' || n, '业务员' || n, 'sales', 'none', false from generate_series(1, 200) n;
create temp table owner as select id, substring(login from '[0-9]+')::integer as n from identity_user where login like 'owner%';

-- step customers in mind
create temp table made as
select i, uuidv7() as party, uuidv7() as file, 'C2026-' || lpad(i::text, 7, '0') as number,
    (array['北京','上海','广州','深圳','天津','重庆','成都','武汉','西安','南京','杭州','苏州','长沙','青岛','大连','厦门'])[1 + i % 16]
    || (array['恒','远','宏','达','鑫','盛','华','泰','瑞','丰','联','创','信','诚','安','康'])[1 + (i / 16) % 16]
    || (array['通','海','源','辉','龙','凯','腾','飞','博','雅','嘉','润','科','美','光','明'])[1 + (i / 256) % 16]
    || (array['天','地','日','月','山','川','江','河','春','夏','秋','冬','东','南','中','北'])[1 + (i / 4096) % 16]
    || (array['金','木','水','火','土','石','玉','银','铜','铁','松','竹','梅','兰','菊','荷'])[1 + (i / 65536) % 16]
    || (array['建材','机电','化工','贸易','物流','食品','医药','纺织'])[1 + i % 8] || '有限公司' as name,
    (array['bj','sh','gz','sz','tj','cq','cd','wh','xa','nj','hz','sz','cs','qd','dl','xm'])[1 + i % 16]
    || substr('hyhdxshtrflcxcak', 1 + (i / 16) % 16, 1) || substr('thyhlktfbyjrkmgm', 1 + (i / 256) % 16, 1)
    || substr('tdryscjhcxqddnzb', 1 + (i / 4096) % 16, 1) || substr('jmshtsyttszmljh', 1 + (i / 65536) % 15, 1)
    || (array['jc','jd','hg','my','wl','sp','yy','fz'])[1 + i % 8] || 'yxgs' as pinyin,
    random() as luck, 1 + least(11, floor(-ln(1 - random()) / ln(2)))::integer as department, 1 + (i % 200) as owner,
    (array['CNY','CNY','CNY','CNY','CNY','CNY','CNY','CNY','CNY','USD'])[1 + i % 10] as currency
from generate_series(1, :customers) i;
analyze made;

-- step no indexes for the time being
create temp table put_off as
select x.indrelid::regclass::text as of, i.relname as name, c.contype is not null as is_constraint,
    coalesce(pg_get_constraintdef(c.oid), pg_get_indexdef(x.indexrelid)) as definition
from pg_index x join pg_class i on i.oid = x.indexrelid left join pg_constraint c on c.conindid = x.indexrelid and c.contype = 'u'
where not x.indisprimary and x.indrelid in ('receivable_item'::regclass, 'receivable_settlement'::regclass,
    'customerfile_overview'::regclass, 'customerfile_search'::regclass);
do $$
declare one record;
begin
    for one in select * from put_off loop
        execute case when one.is_constraint then format('alter table %s drop constraint %I', one.of, one.name)
            else format('drop index %I', one.name) end;
    end loop;
end
$$;

-- step parties and files
insert into customerfile_party (id, node_id, name, normal_name) select party, ':company', name, name from made order by i;
insert into customerfile_file (id, node_id, department_id, owner_id, party_id, number, valid_from)
select m.file, ':company', d.id, o.id, m.party, m.number, date ':today' - 730
from made m join department d on d.n = m.department join owner o on o.n = m.owner order by m.i;

-- step words to search by
insert into customerfile_search (file_id, node_id, kind, words)
select file, ':company', w.kind, w.words from made cross join lateral (values
    ('name', name), ('number', lower(number)), ('key', 'k' || i), ('pinyin', pinyin)) w (kind, words) order by i;

-- step items over two years, many with few customers, in the order in which they came
create temp table raw as
select n, 1 + floor(power(random(), 3) * :customers)::integer as i, (random() * 730)::integer as age,
    (array[0, 30, 60, 90])[1 + (random() * 3)::integer] as term,
    round((100 * exp(random() * 7))::numeric, 2) * case when random() < 0.02 then -1 else 1 end as amount,
    random() as luck, random() as parts, (random() * 70)::integer - 10 as late
from generate_series(1, :items) n;
create temp table told as
select r.n, m.file, m.currency, date ':today' - r.age as issued, date ':today' - r.age + r.term as due, r.amount,
    case when r.luck < 0.94 and r.age - r.term - r.late >= 0 then r.amount
        when r.luck > 0.97 then round(r.amount / 2, 2) else 0 end as settled,
    greatest(date ':today' - r.age, least(date ':today', date ':today' - r.age + r.term + r.late)) as settled_on,
    r.parts < 0.05 as split, r.luck > 0.985 as disputed
from raw r join made m on m.i = r.i;
insert into receivable_item (node_id, file_id, source, item_key, invoice, issued, due, currency, amount, settled_amount,
    settled_on, disputed, split, recorded_at)
select ':company', file, 'ledger', 'FP' || lpad(n::text, 8, '0'), 'FP' || lpad(n::text, 8, '0'), issued, due, currency, amount,
    settled, case when settled <> 0 then settled_on end, disputed, split and abs(settled) > 1, issued + interval '2 hours'
from told order by issued, n;

-- step settlements of items settled in parts
insert into receivable_settlement (item_id, node_id, settled_on, amount)
select i.id, i.node_id, greatest(i.issued, i.settled_on - part.n * 9), case part.n when 1 then round(i.settled_amount / 2, 2)
    else i.settled_amount - round(i.settled_amount / 2, 2) end
from receivable_item i cross join (values (0), (1)) part (n) where i.split;

-- step accounts
insert into receivable_account (file_id, currency, node_id, place, as_of, items, open_items, disputed, total, open, overdue,
    a0, a1, a2, a3, a4, a5, a6, max_days)
select file_id, currency, ':company', 1, date ':today', count(*), count(*) filter (where open <> 0), count(*) filter (where disputed),
    sum(amount), sum(open), coalesce(sum(open) filter (where days > 0), 0),
    coalesce(sum(open) filter (where days <= 0), 0), coalesce(sum(open) filter (where days between 1 and 30), 0),
    coalesce(sum(open) filter (where days between 31 and 60), 0), coalesce(sum(open) filter (where days between 61 and 90), 0),
    coalesce(sum(open) filter (where days between 91 and 180), 0), coalesce(sum(open) filter (where days between 181 and 365), 0),
    coalesce(sum(open) filter (where days > 365), 0), greatest(coalesce(max(days) filter (where open > 0), 0), 0)
from (select file_id, currency, amount, amount - settled_amount as open, date ':today' - due as days, disputed
      from receivable_item) i group by file_id, currency;

-- step overview
insert into customerfile_overview (file_id, node_id, department_id, owner_id, number, name, currency, open, overdue, max_days,
    limit_state, limit_amount, usage, grade, grade_scale, grade_step, grade_steps, warning_level, warning_count, term_days,
    assessed_on)
select m.file, ':company', d.id, o.id, m.number, m.name, m.currency, coalesce(a.open, 0), coalesce(a.overdue, 0),
    coalesce(a.max_days, 0), s.state, l.amount, case when l.amount > 0 then least(round(coalesce(a.open, 0) / l.amount, 4), 99999999) end,
    case when a.file_id is not null then g.code end, case when a.file_id is not null then 'five' end,
    case when a.file_id is not null then g.step end, case when a.file_id is not null then 5 end,
    case when coalesce(a.max_days, 0) > 90 then 3 when coalesce(a.max_days, 0) > 30 then 2 when coalesce(a.max_days, 0) > 0 then 1 else 0 end,
    case when coalesce(a.max_days, 0) > 0 then 1 else 0 end, case when a.file_id is not null then 30 end,
    case when a.file_id is not null then date ':today' end
from made m join department d on d.n = m.department join owner o on o.n = m.owner left join receivable_account a on a.file_id = m.file
cross join lateral (select case when a.file_id is null then 'not-assessed' when m.luck < 0.1 then 'no-credit'
    when m.luck < 0.12 then 'unlimited' else 'capped' end as state) s
cross join lateral (select case when s.state = 'capped' then 10000 * (1 + round(greatest(a.open, 0) * (0.5 + m.luck * 3)::numeric / 10000)) end as amount) l
cross join lateral (select 1 + least(4, floor(m.luck * 5))::integer as step) p
cross join lateral (select p.step, (array['AAA','AA','A','B','C'])[p.step] as code) g order by m.i;

-- step ratings, limits, warnings, assessments, trail
insert into evaluation_rating (node_id, file_id, as_of, score, grade, grade_by_score, decision_id)
select ':company', file_id, date ':today' - t.n * 90, 40 + grade_step, grade, grade, gen_random_uuid()
from customerfile_overview cross join generate_series(0, 1) t (n) where grade is not null;
insert into creditline_limit (node_id, file_id, currency, state, amount, term_days, valid_from, decision_id)
select ':company', file_id, currency, limit_state, limit_amount, term_days, date ':today', gen_random_uuid()
from customerfile_overview where grade is not null;
insert into warning_warning (node_id, file_id, level, rule, facts, raised_on, decision_id)
select ':company', file_id, (array['attention','warning','severe'])[warning_level], 'overdue-beyond-days-raises-warning@1',
    jsonb_build_object('days', max_days, 'overdue', overdue::text), date ':today' - max_days / 2, gen_random_uuid()
from customerfile_overview where warning_level > 0;
insert into insight_assessment (file_id, node_id, as_of, outcome, decision_id)
select file_id, ':company', date ':today', repeat('0', 64), gen_random_uuid() from customerfile_overview where grade is not null;
insert into audittrail_entry (node_id, business_date, actor_id, actor_name, action, object_kind, object_id, object_name, command_id)
select ':company', date ':today', owner_id, '业务员', 'customerfile.open', 'customer', file_id, number, gen_random_uuid()
from customerfile_overview;

-- step indexes
do $$
declare one record;
begin
    for one in select * from put_off loop
        execute case when one.is_constraint then format('alter table %s add constraint %I %s', one.of, one.name, one.definition)
            else one.definition end;
    end loop;
end
$$;
insert into receivable_ledger (node_id, version) values (':company', 1)
on conflict (node_id) do update set version = receivable_ledger.version + 1;

-- step vacuum and analyze, as the server's own does in time
vacuum (analyze);

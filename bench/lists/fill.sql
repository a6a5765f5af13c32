-- Fills one company with :customers customers and :items items, the same ones each time. Run by ListBench; :node is the company.
select setseed(0.42);
create temp table made as
select i, uuidv7() as party, uuidv7() as file, 'C2026-' || lpad(i::text, 7, '0') as number,
    (array['北京','上海','广州','深圳','天津','重庆','成都','武汉','西安','南京','杭州','苏州','长沙','青岛','大连','厦门'])[1 + i % 16]
    || (array['恒','远','宏','达','鑫','盛','华','泰','瑞','丰','联','创','信','诚','安','康'])[1 + (i / 16) % 16]
    || (array['通','海','源','辉','龙','凯','腾','飞','博','雅','嘉','润','科','美','光','明'])[1 + (i / 256) % 16]
    || (i / 4096) || (array['建材','机电','化工','贸易','物流','食品','医药','纺织'])[1 + i % 8] || '有限公司' as name,
    (array['bj','sh','gz','sz','tj','cq','cd','wh','xa','nj','hz','sz','cs','qd','dl','xm'])[1 + i % 16]
    || (array['h','y','h','d','x','s','h','t','r','f','l','c','x','c','a','k'])[1 + (i / 16) % 16]
    || (array['t','h','y','h','l','k','t','f','b','y','j','r','k','m','g','m'])[1 + (i / 256) % 16]
    || (i / 4096) || (array['jc','jd','hg','my','wl','sp','yy','fz'])[1 + i % 8] || 'yxgs' as pinyin,
    random() as luck
from generate_series(1, :customers) i;
insert into customerfile_party (id, node_id, name, normal_name) select party, ':node', name, name from made;
insert into customerfile_file (id, node_id, party_id, number, valid_from)
select file, ':node', party, number, current_date from made;
insert into customerfile_search (file_id, node_id, kind, words)
select file, ':node', w.kind, w.words from made cross join lateral (values
    ('name', name), ('number', lower(number)), ('key', 'k' || i), ('pinyin', pinyin)) w (kind, words);
insert into customerfile_overview (file_id, node_id, number, name, currency, open, overdue, max_days, limit_state, limit_amount,
    usage, grade, grade_scale, grade_step, grade_steps, warning_level, warning_count, assessed_on)
select file, ':node', number, name, 'CNY', round((luck * 1000000)::numeric, 2), round((luck * luck * 500000)::numeric, 2),
    (luck * 400)::integer, 'capped', 1000000, round(luck::numeric, 4), (array['AAA','AA','A','B','C'])[1 + i % 5], 'five',
    1 + i % 5, 5, case when luck > 0.9 then 1 + i % 3 else 0 end, case when luck > 0.9 then 1 else 0 end, current_date
from made;
insert into receivable_item (node_id, file_id, source, item_key, invoice, issued, due, currency, amount, settled_amount, settled_on)
select ':node', m.file, 'ledger', 'FP' || lpad(n::text, 8, '0'), 'FP' || lpad(n::text, 8, '0'), current_date - age,
    current_date - age + 60, 'CNY', amount, case when paid then amount else 0 end,
    case when paid then current_date - age + (luck * 120)::integer end
from (select n, (random() * 700)::integer as age, round((100 + random() * 50000)::numeric, 2) as amount, random() < 0.7 as paid
      from generate_series(1, :items) n) i
join made m on m.i = 1 + i.n % :customers;
insert into receivable_ledger (node_id, version) values (':node', 1)
on conflict (node_id) do update set version = receivable_ledger.version + 1;
drop table made;

package xindang.customerfile.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import xindang.customerfile.CustomerRow;
import xindang.customerfile.CustomerRows;
import xindang.customerfile.SearchWords;
import xindang.platform.store.CopyRows;

/** Brings many customers into the tables of credit files with few statements (批量建档), through a table of the transaction. */
@Repository
public class CustomerStaging {

    private static final String SOURCE = "'ledger'";
    private static final int LONGEST_NAME = 300;

    /**
     * Writes the search words (检索词) of staged customers {@code s} and their files {@code f}; as {@link SearchWords} has them, but
     * of a million customers in one statement.
     *
     * @param from tables and condition
     */
    static String words(String from) {
        return """
                insert into customerfile_search (file_id, node_id, kind, words, import_id)
                select f.id, f.node_id, w.kind, customerfile_fold(w.words), ?
                from %s
                cross join lateral (
                    values ('name', s.name), ('number', f.number), ('code', s.code),
                        ('key', case when f.id = s.file_id then nullif(s.key, s.name) end)
                    union all select 'pinyin', unnest(string_to_array(s.initials, ' '))) w (kind, words)
                where w.words is not null on conflict do nothing""".formatted(from);
    }

    private final DSLContext db;

    CustomerStaging(@Qualifier("engineDb") DSLContext db) {
        this.db = db;
    }

    /**
     * What was opened.
     *
     * @param files the files in the order of their numbers
     */
    public record Opened(List<UUID> files, String firstNumber, String lastNumber) {}

    /** Writes the rows into the table of the transaction. */
    public void stage(CustomerRows customers) {
        db.execute("""
                create temp table staged_customer (
                    ordinal integer primary key, key text, name text not null, normal text not null, initials text not null,
                    code text, department uuid, keeper uuid, kind text, industry text, region text, address text, contact text,
                    phone text, file_id uuid, party_id uuid, fresh boolean not null default false) on commit drop""");
        stageMore(customers);
    }

    /** Writes further rows into it. */
    public void stageMore(CustomerRows customers) {
        db.connection(connection -> {
            try (CopyRows rows = CopyRows.into(
                    connection,
                    "staged_customer (ordinal, key, name, normal, initials, code, department, keeper, kind, industry, region,"
                            + " address, contact, phone)")) {
                customers.each((ordinal, row) -> write(rows, ordinal, row));
                rows.finish();
            }
        });
        db.execute("analyze staged_customer");
    }

    private static void write(CopyRows rows, int ordinal, CustomerRow row) {
        String name = row.name().length() > LONGEST_NAME ? row.name().substring(0, LONGEST_NAME) : row.name();
        try {
            rows.whole(ordinal)
                    .text(row.key() == null ? null : CopyRows.key(row.key()))
                    .text(name)
                    .text(SearchWords.normalName(name))
                    .text(String.join(" ", SearchWords.initials(name)))
                    .text(row.creditCode())
                    .id(row.department())
                    .id(row.keeper())
                    .text(row.kind())
                    .text(row.industry())
                    .text(row.region())
                    .text(row.address())
                    .text(row.contact())
                    .text(row.phone())
                    .end();
        } catch (SQLException e) {
            throw new DataAccessException("customers cannot be staged", e);
        }
    }

    /** Finds the files that are there. */
    public void find(UUID company) {
        db.execute("""
                update staged_customer s set file_id = k.file_id from customerfile_key k
                where s.file_id is null and k.node_id = ? and k.source =""" + SOURCE + " and k.key = s.key", company);
        db.execute("""
                update staged_customer s set file_id = f.id from customerfile_file f
                where s.file_id is null and f.node_id = ? and f.number = s.key""", company);
        db.execute("""
                update staged_customer s set file_id = f.id from customerfile_party p join customerfile_file f on f.party_id = p.id
                where s.file_id is null and s.code is not null and p.credit_code = s.code and f.node_id = ?""", company);
        // By name only where it cannot be anybody else: one file has it, one row asks for it, and no other key says
        // otherwise.
        db.execute("""
                update staged_customer s set file_id = m.file_id
                from (select p.normal_name, min(f.id::text)::uuid as file_id, bool_or(k.key is not null) as keyed
                      from customerfile_file f join customerfile_party p on p.id = f.party_id
                      left join customerfile_key k on k.file_id = f.id and k.source =""" + SOURCE + """

                      where f.node_id = ? and p.normal_name in (select normal from staged_customer where file_id is null)
                      group by p.normal_name having count(distinct f.id) = 1) m
                where s.file_id is null and m.normal_name = s.normal and (s.key is null or not m.keyed)
                  and not exists (select from staged_customer o where o.normal = s.normal and o.ordinal <> s.ordinal)""", company);
    }

    /** Opens the files that are missing. */
    public Opened open(UUID company, UUID importId, LocalDate today) {
        db.execute("""
                update staged_customer s set party_id = p.id from customerfile_party p
                where s.file_id is null and s.code is not null and p.credit_code = s.code""");
        int fresh = db.execute("""
                update staged_customer set file_id = uuidv7(), party_id = coalesce(party_id, uuidv7()), fresh = true
                where file_id is null""");
        if (fresh > 0) {
            insert(company, importId, today, fresh);
        }
        db.execute("""
                insert into customerfile_key (node_id, source, key, file_id, import_id)
                select ?, 'ledger', key, file_id, ? from staged_customer where key is not null order by ordinal
                on conflict do nothing""", company, importId);
        var files = db.resultQuery("select file_id from staged_customer where fresh order by ordinal")
                .fetch(0, UUID.class);
        var span = db.resultQuery("""
                select min(f.number), max(f.number) from staged_customer s join customerfile_file f on f.id = s.file_id
                where s.fresh""").fetchSingle();
        return new Opened(files, text(span.get(0)), text(span.get(1)));
    }

    private static String text(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private void insert(UUID company, UUID importId, LocalDate today, int fresh) {
        int last = db.resultQuery("""
                        insert into customerfile_number as n (node_id, year, last) values (?, ?, ?)
                        on conflict (node_id, year) do update set last = n.last + excluded.last returning last""", company, today.getYear(), fresh)
                .fetchSingle()
                .get(0, Integer.class);
        // A party belongs to the whole installation: its node is the root.
        db.execute("""
                insert into customerfile_party (id, node_id, credit_code, name, normal_name)
                select s.party_id, (select id from identity_node where parent_id is null order by id limit 1), s.code, s.name, s.normal
                from staged_customer s
                where s.fresh and not exists (select from customerfile_party p where p.id = s.party_id) order by s.ordinal
                on conflict (credit_code) do nothing""");
        // Another company was first with the same party at the same time.
        db.execute("""
                update staged_customer s set party_id = p.id from customerfile_party p
                where s.fresh and p.credit_code = s.code and p.id <> s.party_id""");
        db.execute("""
                insert into customerfile_file (id, node_id, department_id, party_id, number, kind, industry, region,
                    address, keeper_id, contacts, valid_from)
                select file_id, ?, department, party_id,
                    'C' || ?::text || '-' || lpad((? + row_number() over (order by ordinal))::text, 6, '0'),
                    coalesce(kind, 'customer'), industry, region, address, keeper,
                    case when contact is null and phone is null then '[]'::jsonb
                        else jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('name', contact, 'phone', phone))) end, ?
                from staged_customer where fresh order by ordinal""", company, today.getYear(), last - fresh, today);
        db.execute(
                words("(select * from staged_customer where fresh) s join customerfile_file f on f.id = s.file_id"),
                importId);
    }

    /** Number of rows whose file was there. */
    public long known() {
        return db.fetchSingle("select count(*) from staged_customer where not fresh")
                .get(0, Long.class);
    }

    /** The file of each row. */
    public List<UUID> files(int count) {
        var files = new UUID[count];
        db.resultQuery("select ordinal, file_id from staged_customer")
                .fetchSize(10_000)
                .fetchLazy()
                .forEach(row -> {
                    files[row.get(0, Integer.class)] = row.get(1, UUID.class);
                });
        return List.of(files);
    }

    /** Numbers and names of the files that were changed after they were opened, at most ten. */
    public List<String> changed(List<UUID> files) {
        return db.resultQuery("""
                select f.number || ' ' || p.name from customerfile_file f join customerfile_party p on p.id = f.party_id
                where f.id = any(?) and f.version > 1 order by f.number limit 10""", (Object) files.toArray(UUID[]::new)).fetch(0, String.class);
    }

    /** Takes back the keys and search words that an import brought. */
    public void forget(UUID importId) {
        for (String table : List.of("key", "search")) {
            db.execute("delete from customerfile_" + table + " where import_id = ?", importId);
        }
    }

    /** Removes files and what belongs to them; parties only where no other file has them. */
    public void remove(UUID company, List<UUID> files) {
        Object ids = files.toArray(UUID[]::new);
        List<UUID> parties = db.resultQuery("select party_id from customerfile_file where id = any(?)", ids)
                .fetch(0, UUID.class);
        db.execute("""
                update customerfile_number n set last = n.last - g.given
                from (select substr(number, 2, 4)::integer as year, count(*)::integer as given, min(number) as first
                      from customerfile_file where id = any(?) and number ~ '^C[0-9]{4}-[0-9]+$' group by 1) g
                where n.node_id = ? and n.year = g.year and not exists (
                    select from customerfile_file f where f.node_id = n.node_id and f.number like 'C' || g.year || '-%'
                        and (length(f.number), f.number) > (length(g.first), g.first) and f.id <> all (?))""", ids, company, ids);
        for (String table : List.of("overview", "search", "key")) {
            db.execute("delete from customerfile_" + table + " where file_id = any(?)", ids);
        }
        db.execute("delete from customerfile_file where id = any(?)", ids);
        db.execute("""
                delete from customerfile_party p where id = any(?)
                and not exists (select from customerfile_file f where f.party_id = p.id)""", (Object) parties.toArray(UUID[]::new));
    }
}

package xindang.customerfile.store;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import xindang.customerfile.CustomerClash;

/**
 * Compares staged customers with the files that are there, takes over what differs, and gives it back (客户比对与更新). What was there
 * is kept per import, so that an import can be undone.
 */
@Repository
public class CustomerMerge {

    private static final String STAGED = """
            create temp table merged_customer on commit drop as
            select distinct on (s.file_id) s.*, f.party_id as party, f.version as old_version,
                p.name as old_name, p.credit_code as old_code,
                coalesce(s.department, f.department_id) as new_department, coalesce(s.keeper, f.keeper_id) as new_keeper,
                coalesce(s.kind, f.kind) as new_kind, coalesce(s.industry, f.industry) as new_industry,
                coalesce(s.region, f.region) as new_region, coalesce(s.address, f.address) as new_address,
                case when s.contact is null and s.phone is null then f.contacts
                    else jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('name', s.contact, 'phone', s.phone))) end
                    as new_contacts,
                coalesce(p.credit_code, (select s.code where not exists (
                    select from customerfile_party o where o.credit_code = s.code))) as new_code
            from staged_customer s join customerfile_file f on f.id = s.file_id join customerfile_party p on p.id = f.party_id
            where not s.fresh order by s.file_id, s.ordinal desc""";

    /** Rows that give their file another keeper. */
    private static final String APPOINTED = """
            with appointed as (
                select s.ordinal, s.keeper, coalesce(s.department, f.department_id) as department
                from staged_customer s left join customerfile_file f on f.id = s.file_id
                where s.keeper is not null and s.keeper is distinct from f.keeper_id)
            """;

    private final DSLContext db;

    CustomerMerge(@Qualifier("engineDb") DSLContext db) {
        this.db = db;
    }

    /** Rows of the staged ones that name a customer another row names, or a code that belongs to somebody else. */
    public List<CustomerClash> clashes() {
        return db.resultQuery("""
                select ordinal, field, code from (
                    select ordinal, 'number' as field, 'duplicate' as code, 1 as n from (
                        select ordinal, row_number() over (partition by key order by ordinal) as place
                        from staged_customer where key is not null) k where place > 1
                    union all
                    select ordinal, 'creditCode', 'duplicate', 2 from (
                        select ordinal, row_number() over (partition by code order by ordinal) as place
                        from staged_customer where code is not null) k where place > 1
                    union all
                    select ordinal, 'name', 'duplicate', 3 from (
                        select ordinal, key, code, row_number() over (partition by normal order by ordinal) as place
                        from staged_customer) k where place > 1 and key is null and code is null
                    union all
                    select s.ordinal, 'creditCode', case when p.credit_code is null then 'credit-code-taken'
                        else 'credit-code-differs' end, 4
                    from staged_customer s join customerfile_file f on f.id = s.file_id join customerfile_party p on p.id = f.party_id
                    where s.code is not null and p.credit_code is distinct from s.code
                        and (p.credit_code is not null or exists (select from customerfile_party o where o.credit_code = s.code))) c
                order by ordinal, n""")
                .fetch(row -> new CustomerClash(
                        row.get(0, Integer.class), row.get(1, String.class), row.get(2, String.class)));
    }

    /** Rows whose file the person who brings them in may not read; whoever reads nothing of a file overwrites nothing of it. */
    public List<CustomerClash> closed(UUID company, UUID reader) {
        return db.resultQuery("""
                select ordinal from staged_customer where file_id in (select secrecy_closed_to(?, ?)) order by ordinal""", reader, company)
                .fetch(row -> new CustomerClash(row.get(0, Integer.class), "number", "above-clearance"));
    }

    /**
     * Who is to keep files from now on, and where those are.
     *
     * @param department department of the files; null for those of the company itself
     */
    public record Appointment(UUID keeper, @Nullable UUID department) {}

    /** All keepers that the staged rows bring, each once per department. */
    public List<Appointment> appointments() {
        return db.resultQuery(APPOINTED + "select distinct keeper, department from appointed order by keeper")
                .fetch(row -> new Appointment(row.get(0, UUID.class), row.get(1, UUID.class)));
    }

    /** Keepers of the staged rows whose account is open; nobody closes it before the transaction ends. */
    public List<UUID> activeKeepers() {
        return db.resultQuery("""
                select id from identity_user where active and id in (select keeper from staged_customer) order by id for share""").fetch(0, UUID.class);
    }

    /** Rows that bring a keeper who is not fit. */
    public List<CustomerClash> refused(Appointment unfit) {
        return db.resultQuery(APPOINTED + """
                select ordinal from appointed where keeper = ? and department is not distinct from ? order by ordinal""", unfit.keeper(), unfit.department())
                .fetch(row -> new CustomerClash(row.get(0, Integer.class), "keeper", "may-not-read"));
    }

    /** Forgets staged rows. */
    public void leaveOut(List<Integer> ordinals) {
        db.execute("delete from staged_customer where ordinal = any(?)", (Object) ordinals.toArray(Integer[]::new));
    }

    /**
     * Takes over what the staged rows tell of files that were there; what a row leaves open stays, what is the same is not
     * written.
     *
     * @return the files that changed
     */
    public List<UUID> update(UUID company, UUID importId) {
        db.execute(STAGED);
        // What several companies know a party by is not changed by the list of one of them.
        db.execute("""
                update merged_customer m set name = p.name, normal = p.normal_name, initials = '', new_code = p.credit_code
                from customerfile_party p where p.id = m.party
                and exists (select from customerfile_file o where o.party_id = m.party and o.node_id <> ?)""", company);
        db.execute("""
                delete from merged_customer m using customerfile_file f where f.id = m.file_id and m.old_name = m.name
                and m.old_code is not distinct from m.new_code
                and (f.department_id, f.keeper_id, f.kind, f.industry, f.region, f.address, f.contacts) is not distinct from
                    (m.new_department, m.new_keeper, m.new_kind, m.new_industry, m.new_region, m.new_address, m.new_contacts)""");
        db.execute("""
                insert into customerfile_change (import_id, file_id, node_id, version, before)
                select ?, f.id, ?, f.version + 1, jsonb_build_object('department', f.department_id, 'keeper', f.keeper_id,
                    'deputyKeeper', f.deputy_keeper_id, 'kind', f.kind,
                    'industry', f.industry, 'region', f.region, 'address', f.address, 'contacts', f.contacts, 'name', p.name,
                    'normal', p.normal_name, 'former', to_jsonb(p.former_names), 'code', p.credit_code)
                from merged_customer m join customerfile_file f on f.id = m.file_id join customerfile_party p on p.id = f.party_id""", importId, company);
        db.execute("""
                update customerfile_file f set department_id = new_department, keeper_id = new_keeper,
                    deputy_keeper_id = nullif(f.deputy_keeper_id, new_keeper), kind = new_kind,
                    industry = new_industry, region = new_region, address = new_address, contacts = new_contacts,
                    version = f.version + 1
                from merged_customer m where f.id = m.file_id""");
        db.execute("""
                update customerfile_party p set name = m.name, normal_name = m.normal, credit_code = m.new_code, version = p.version + 1,
                    former_names = case when m.name = p.name then p.former_names else array_append(p.former_names, p.name) end
                from merged_customer m where p.id = m.party and (p.name <> m.name or p.credit_code is distinct from m.new_code)""");
        db.execute("""
                update customerfile_change c set party_version = p.version
                from customerfile_file f join customerfile_party p on p.id = f.party_id
                where c.import_id = ? and f.id = c.file_id""", importId);
        shown(importId);
        return db.resultQuery("select file_id from merged_customer").fetch(0, UUID.class);
    }

    /** Overview and search words of all files whose party or file is in {@code merged_customer}. */
    private void shown(UUID importId) {
        db.execute("""
                update customerfile_overview o set name = p.name, credit_code = p.credit_code, department_id = f.department_id,
                    keeper_id = f.keeper_id, deputy_keeper_id = f.deputy_keeper_id, recorded_at = now()
                from customerfile_file f join customerfile_party p on p.id = f.party_id
                where o.file_id = f.id and f.party_id in (select party from merged_customer)""");
        db.execute(
                CustomerStaging.words("merged_customer s join customerfile_file f on f.party_id = s.party"), importId);
    }

    /** Numbers and names of the files that somebody changed after the import did; at most ten. */
    public List<String> changedSince(UUID importId) {
        return db.resultQuery("""
                select f.number || ' ' || p.name from customerfile_change c join customerfile_file f on f.id = c.file_id
                join customerfile_party p on p.id = f.party_id
                where c.import_id = ? and (f.version <> c.version or p.version <> c.party_version) order by f.number limit 10""", importId).fetch(0, String.class);
    }

    /**
     * What an import changed of one file.
     *
     * @param before the file before as JSON, as {@code customerfile_change} keeps it
     * @param after the same of the file as it is
     */
    public record Changed(UUID file, UUID company, String name, String before, String after) {}

    /** What an import changed, some files at a time in the order of their ids, and those behind one of them. */
    public List<Changed> changed(UUID importId, UUID behind) {
        return db.resultQuery("""
                select f.id, f.node_id, f.number || ' ' || p.name, c.before::text, jsonb_build_object('department', f.department_id,
                    'keeper', f.keeper_id, 'deputyKeeper', f.deputy_keeper_id, 'kind', f.kind, 'industry', f.industry,
                    'region', f.region, 'address', f.address, 'contacts', f.contacts, 'name', p.name, 'code', p.credit_code)::text
                from customerfile_change c join customerfile_file f on f.id = c.file_id join customerfile_party p on p.id = f.party_id
                where c.import_id = ? and f.id > ? order by f.id limit 500""", importId, behind)
                .fetch(row -> new Changed(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, String.class)));
    }

    /** Gives files back what they had before an import; a keeper who has left meanwhile does not get them again. */
    public void restore(UUID importId) {
        db.resultQuery("""
                select id from identity_user where id in (
                    select (unnest(array[before ->> 'keeper', before ->> 'deputyKeeper']))::uuid
                    from customerfile_change where import_id = ?)
                order by id for share""", importId).fetch();
        db.execute("""
                update customerfile_overview o set department_id = (c.before ->> 'department')::uuid
                from customerfile_change c where c.import_id = ? and o.file_id = c.file_id
                and o.department_id is distinct from (c.before ->> 'department')::uuid""", importId);
        db.execute("""
                update customerfile_party p set name = c.before ->> 'name', normal_name = c.before ->> 'normal', credit_code = c.before ->> 'code',
                    former_names = array(select jsonb_array_elements_text(c.before -> 'former')), version = p.version + 1
                from customerfile_change c join customerfile_file f on f.id = c.file_id
                where c.import_id = ? and p.id = f.party_id
                and (p.name <> c.before ->> 'name' or p.credit_code is distinct from c.before ->> 'code')""", importId);
        db.execute("""
                update customerfile_file f set department_id = (c.before ->> 'department')::uuid,
                    keeper_id = case when c.before ->> 'keeper' is null then null else coalesce(k.id, f.keeper_id) end,
                    deputy_keeper_id = nullif(d.id, coalesce(k.id, f.keeper_id)),
                    kind = c.before ->> 'kind', industry = c.before ->> 'industry',
                    region = c.before ->> 'region', address = c.before ->> 'address', contacts = c.before -> 'contacts',
                    version = c.version - 1
                from customerfile_change c
                left join identity_user k on k.id = (c.before ->> 'keeper')::uuid and k.active
                left join identity_user d on d.id = (c.before ->> 'deputyKeeper')::uuid and d.active
                where c.import_id = ? and f.id = c.file_id""", importId);
        db.execute("""
                update customerfile_overview o set name = p.name, credit_code = p.credit_code, keeper_id = f.keeper_id,
                    deputy_keeper_id = f.deputy_keeper_id
                from customerfile_change c join customerfile_file t on t.id = c.file_id
                join customerfile_file f on f.party_id = t.party_id join customerfile_party p on p.id = f.party_id
                where c.import_id = ? and o.file_id = f.id""", importId);
        db.execute("delete from customerfile_change where import_id = ?", importId);
    }
}

package xindang.customerfile.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.select;
import static xindang.schema.Tables.CUSTOMERFILE_FILE;
import static xindang.schema.Tables.CUSTOMERFILE_NUMBER;
import static xindang.schema.Tables.CUSTOMERFILE_OVERVIEW;
import static xindang.schema.Tables.CUSTOMERFILE_PARTY;
import static xindang.schema.Tables.CUSTOMERFILE_SEARCH;
import static xindang.schema.Tables.IDENTITY_NODE;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.customerfile.SearchWords;
import xindang.platform.access.Reach;
import xindang.platform.access.SecrecyLevel;
import xindang.platform.store.Scoped;
import xindang.schema.Routines;
import xindang.schema.tables.records.CustomerfileFileRecord;

/** Tables of parties and files, one at a time (主体与档案表). */
@Repository
public class FileStore {

    private final DSLContext db;

    FileStore(DSLContext db) {
        this.db = db;
    }

    /**
     * A party.
     *
     * @param id party
     * @param creditCode unified social credit code
     */
    public record Party(UUID id, String name, @Nullable String creditCode) {}

    /**
     * A file as it is stored.
     *
     * @param id file
     * @param company company whose file it is
     */
    public record Stored(
            UUID id,
            UUID company,
            @Nullable UUID department,
            @Nullable UUID keeper,
            @Nullable UUID deputyKeeper,
            Party party,
            String number,
            @Nullable String address,
            @Nullable String industry,
            SecrecyLevel level,
            int version) {

        /** The same in another department. */
        public Stored at(@Nullable UUID other) {
            return new Stored(
                    id, company, other, keeper, deputyKeeper, party, number, address, industry, level, version);
        }
    }

    /** A file within reach, locked for a change. */
    public Optional<Stored> lock(Reach reach, UUID id) {
        return db.select(CUSTOMERFILE_FILE.asterisk(), CUSTOMERFILE_PARTY.NAME, CUSTOMERFILE_PARTY.CREDIT_CODE)
                .from(CUSTOMERFILE_FILE)
                .join(CUSTOMERFILE_PARTY)
                .on(CUSTOMERFILE_PARTY.ID.eq(CUSTOMERFILE_FILE.PARTY_ID))
                .where(CUSTOMERFILE_FILE.ID.eq(id))
                .and(Scoped.within(reach, CUSTOMERFILE_FILE.NODE_ID, CUSTOMERFILE_FILE.DEPARTMENT_ID))
                .forUpdate()
                .fetchOptional(FileStore::stored);
    }

    /** The files with a number within reach; each company has numbers of its own. */
    public List<UUID> byNumber(Reach reach, String number) {
        return db.select(CUSTOMERFILE_FILE.ID)
                .from(CUSTOMERFILE_FILE)
                .where(CUSTOMERFILE_FILE.NUMBER.eq(number))
                .and(Scoped.within(reach, CUSTOMERFILE_FILE.NODE_ID, CUSTOMERFILE_FILE.DEPARTMENT_ID))
                .orderBy(CUSTOMERFILE_FILE.ID)
                .limit(2)
                .fetch(CUSTOMERFILE_FILE.ID);
    }

    /** Whether any of some departments is in charge of a file. */
    public boolean inCharge(Collection<UUID> departments) {
        return db.fetchExists(CUSTOMERFILE_FILE, CUSTOMERFILE_FILE.DEPARTMENT_ID.in(departments));
    }

    /** The party with a code. */
    public Optional<Party> partyByCode(String code) {
        return db.selectFrom(CUSTOMERFILE_PARTY)
                .where(CUSTOMERFILE_PARTY.CREDIT_CODE.eq(code))
                .fetchOptional(row -> new Party(row.getId(), row.getName(), row.getCreditCode()));
    }

    /** Number of a company's file of a party. */
    public Optional<String> numberOfParty(UUID company, UUID party) {
        return db.select(CUSTOMERFILE_FILE.NUMBER)
                .from(CUSTOMERFILE_FILE)
                .where(CUSTOMERFILE_FILE.NODE_ID.eq(company).and(CUSTOMERFILE_FILE.PARTY_ID.eq(party)))
                .fetchOptional(CUSTOMERFILE_FILE.NUMBER);
    }

    /** Number of a company's file whose party has a name, once both are normalised; another code makes another party. */
    public Optional<String> numberOfName(UUID company, String normalName, @Nullable String code) {
        var condition = CUSTOMERFILE_FILE.NODE_ID.eq(company).and(CUSTOMERFILE_PARTY.NORMAL_NAME.eq(normalName));
        if (code != null) {
            condition =
                    condition.and(coalesce(CUSTOMERFILE_PARTY.CREDIT_CODE, code).eq(code));
        }
        return db.select(CUSTOMERFILE_FILE.NUMBER)
                .from(CUSTOMERFILE_FILE)
                .join(CUSTOMERFILE_PARTY)
                .on(CUSTOMERFILE_PARTY.ID.eq(CUSTOMERFILE_FILE.PARTY_ID))
                .where(condition)
                .orderBy(CUSTOMERFILE_FILE.NUMBER)
                .limit(1)
                .fetchOptional(CUSTOMERFILE_FILE.NUMBER);
    }

    /** A new party, which belongs to the root of the installation; that of the code if another company was just first. */
    public Party insertParty(String name, @Nullable String code) {
        return db.insertInto(CUSTOMERFILE_PARTY)
                .set(
                        CUSTOMERFILE_PARTY.NODE_ID,
                        select(IDENTITY_NODE.ID)
                                .from(IDENTITY_NODE)
                                .where(IDENTITY_NODE.PARENT_ID.isNull())
                                .orderBy(IDENTITY_NODE.ID)
                                .limit(1))
                .set(CUSTOMERFILE_PARTY.CREDIT_CODE, code)
                .set(CUSTOMERFILE_PARTY.NAME, name)
                .set(CUSTOMERFILE_PARTY.NORMAL_NAME, SearchWords.normalName(name))
                .onConflict(CUSTOMERFILE_PARTY.CREDIT_CODE)
                .doNothing()
                .returning(CUSTOMERFILE_PARTY.ID)
                .fetchOptional(row -> new Party(row.getId(), name, code))
                .or(() -> code == null ? Optional.empty() : partyByCode(code))
                .orElseThrow();
    }

    /** Takes the next number of a company and year; the row stays locked until the end of the transaction, so none is lost. */
    public int nextNumber(UUID company, int year) {
        return db.insertInto(CUSTOMERFILE_NUMBER)
                .set(CUSTOMERFILE_NUMBER.NODE_ID, company)
                .set(CUSTOMERFILE_NUMBER.YEAR, year)
                .set(CUSTOMERFILE_NUMBER.LAST, 1)
                .onConflict(CUSTOMERFILE_NUMBER.NODE_ID, CUSTOMERFILE_NUMBER.YEAR)
                .doUpdate()
                .set(CUSTOMERFILE_NUMBER.LAST, CUSTOMERFILE_NUMBER.LAST.plus(1))
                .returning(CUSTOMERFILE_NUMBER.LAST)
                .fetchSingle()
                .getLast();
    }

    /** A new file with its row of the overview and its search words. */
    public UUID insertFile(UUID company, @Nullable UUID department, Party party, String number, LocalDate from) {
        CustomerfileFileRecord row = db.insertInto(CUSTOMERFILE_FILE)
                .set(CUSTOMERFILE_FILE.NODE_ID, company)
                .set(CUSTOMERFILE_FILE.DEPARTMENT_ID, department)
                .set(CUSTOMERFILE_FILE.PARTY_ID, party.id())
                .set(CUSTOMERFILE_FILE.NUMBER, number)
                .set(CUSTOMERFILE_FILE.VALID_FROM, from)
                .returning(CUSTOMERFILE_FILE.ID)
                .fetchSingle();
        db.insertInto(CUSTOMERFILE_OVERVIEW)
                .set(CUSTOMERFILE_OVERVIEW.FILE_ID, row.getId())
                .set(CUSTOMERFILE_OVERVIEW.NODE_ID, company)
                .set(CUSTOMERFILE_OVERVIEW.DEPARTMENT_ID, department)
                .set(CUSTOMERFILE_OVERVIEW.NUMBER, number)
                .set(CUSTOMERFILE_OVERVIEW.NAME, party.name())
                .set(CUSTOMERFILE_OVERVIEW.CREDIT_CODE, party.creditCode())
                .set(CUSTOMERFILE_OVERVIEW.CURRENCY, "CNY")
                .execute();
        words(row.getId(), company, SearchWords.of(party.name(), number, party.creditCode(), List.of()));
        return row.getId();
    }

    /** Stores a changed file; the version rises. */
    public void update(Stored file) {
        db.update(CUSTOMERFILE_FILE)
                .set(CUSTOMERFILE_FILE.DEPARTMENT_ID, file.department())
                .set(CUSTOMERFILE_FILE.KEEPER_ID, file.keeper())
                .set(CUSTOMERFILE_FILE.DEPUTY_KEEPER_ID, file.deputyKeeper())
                .set(CUSTOMERFILE_FILE.ADDRESS, file.address())
                .set(CUSTOMERFILE_FILE.INDUSTRY, file.industry())
                .set(CUSTOMERFILE_FILE.VERSION, CUSTOMERFILE_FILE.VERSION.plus(1))
                .where(CUSTOMERFILE_FILE.ID.eq(file.id()))
                .execute();
        db.update(CUSTOMERFILE_OVERVIEW)
                .set(CUSTOMERFILE_OVERVIEW.DEPARTMENT_ID, file.department())
                .set(CUSTOMERFILE_OVERVIEW.KEEPER_ID, file.keeper())
                .set(CUSTOMERFILE_OVERVIEW.DEPUTY_KEEPER_ID, file.deputyKeeper())
                .where(CUSTOMERFILE_OVERVIEW.FILE_ID.eq(file.id()))
                .execute();
    }

    /** Gives a locked file another level. */
    public void classify(UUID file, SecrecyLevel level) {
        db.update(CUSTOMERFILE_FILE)
                .set(CUSTOMERFILE_FILE.LEVEL, level.rank())
                .set(CUSTOMERFILE_FILE.VERSION, CUSTOMERFILE_FILE.VERSION.plus(1))
                .where(CUSTOMERFILE_FILE.ID.eq(file))
                .execute();
        db.update(CUSTOMERFILE_OVERVIEW)
                .set(CUSTOMERFILE_OVERVIEW.LEVEL, level.rank())
                .where(CUSTOMERFILE_OVERVIEW.FILE_ID.eq(file))
                .execute();
    }

    /** Gives a party another name; the old one stays known and found. */
    public void rename(Party party, String name) {
        db.update(CUSTOMERFILE_PARTY)
                .set(CUSTOMERFILE_PARTY.NAME, name)
                .set(CUSTOMERFILE_PARTY.NORMAL_NAME, SearchWords.normalName(name))
                .set(
                        CUSTOMERFILE_PARTY.FORMER_NAMES,
                        org.jooq.impl.DSL.arrayAppend(CUSTOMERFILE_PARTY.FORMER_NAMES, party.name()))
                .set(CUSTOMERFILE_PARTY.VERSION, CUSTOMERFILE_PARTY.VERSION.plus(1))
                .where(CUSTOMERFILE_PARTY.ID.eq(party.id()))
                .execute();
        // Other companies, whose rows this one does not reach, know the party by its name too.
        List<SearchWords.Word> words = SearchWords.ofName(name);
        Routines.customerfileRenamed(
                db.configuration(),
                party.id(),
                words.stream().map(SearchWords.Word::kind).toArray(String[]::new),
                words.stream().map(SearchWords.Word::words).toArray(String[]::new));
    }

    private void words(UUID file, UUID company, Collection<SearchWords.Word> words) {
        for (SearchWords.Word word : words) {
            db.insertInto(CUSTOMERFILE_SEARCH)
                    .set(CUSTOMERFILE_SEARCH.FILE_ID, file)
                    .set(CUSTOMERFILE_SEARCH.NODE_ID, company)
                    .set(CUSTOMERFILE_SEARCH.KIND, word.kind())
                    .set(CUSTOMERFILE_SEARCH.WORDS, word.words())
                    .onConflictDoNothing()
                    .execute();
        }
    }

    private static Stored stored(Record row) {
        return new Stored(
                row.get(CUSTOMERFILE_FILE.ID),
                row.get(CUSTOMERFILE_FILE.NODE_ID),
                row.get(CUSTOMERFILE_FILE.DEPARTMENT_ID),
                row.get(CUSTOMERFILE_FILE.KEEPER_ID),
                row.get(CUSTOMERFILE_FILE.DEPUTY_KEEPER_ID),
                new Party(
                        row.get(CUSTOMERFILE_FILE.PARTY_ID),
                        row.get(CUSTOMERFILE_PARTY.NAME),
                        row.get(CUSTOMERFILE_PARTY.CREDIT_CODE)),
                row.get(CUSTOMERFILE_FILE.NUMBER),
                row.get(CUSTOMERFILE_FILE.ADDRESS),
                row.get(CUSTOMERFILE_FILE.INDUSTRY),
                SecrecyLevel.of(row.get(CUSTOMERFILE_FILE.LEVEL)),
                row.get(CUSTOMERFILE_FILE.VERSION));
    }
}

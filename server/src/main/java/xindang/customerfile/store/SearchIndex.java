package xindang.customerfile.store;

import static xindang.schema.Tables.CUSTOMERFILE_FIND;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.platform.access.Reach;
import xindang.schema.Routines;

/** Search words of customers (检索词), asked only through functions that take the scope (docs/adr/0061). */
@Repository
public class SearchIndex {

    /** More hits than these are not listed but looked for while a list is walked: then every other row is one. */
    static final int FEW = 5_000;

    private final DSLContext db;

    SearchIndex(DSLContext db) {
        this.db = db;
    }

    /**
     * A customer that a text found.
     *
     * @param kind what found it: name, number, code, key or pinyin
     * @param words the word that did
     */
    public record Hit(UUID file, String kind, String words) {}

    /** Customers within reach, at most so many. */
    public List<Hit> find(Reach reach, String q, int most) {
        return reach.pieces().stream()
                .flatMap(piece -> db
                        .selectFrom(found(piece, q, most))
                        .fetch(row -> new Hit(row.getFileId(), row.getKind(), row.getWords()))
                        .stream())
                .limit(most)
                .toList();
    }

    /** All customers within reach that a text finds; nothing if they are many. */
    public Optional<UUID[]> few(Reach reach, String q) {
        var all = new ArrayList<UUID>();
        for (Reach piece : reach.pieces()) {
            UUID @Nullable [] few = fewOf(piece, q);
            if (few == null) {
                return Optional.empty();
            }
            all.addAll(List.of(few));
        }
        return Optional.of(all.toArray(UUID[]::new));
    }

    private UUID @Nullable [] fewOf(Reach reach, String q) {
        return db.select(Routines.customerfileAmong(
                        reach.companies().toArray(UUID[]::new),
                        reach.departments().toArray(UUID[]::new),
                        q,
                        FEW))
                .fetchSingle()
                .value1();
    }

    /** Those of some customers that a text finds. */
    UUID[] matching(UUID[] files, String q) {
        Field<UUID> file = DSL.field("file", UUID.class);
        return db.select(file)
                .from(DSL.table("unnest({0})", DSL.val(files)).as("f", "file"))
                .where(matches(file, q))
                .fetchArray(file);
    }

    /** Condition of a list: a text that finds many finds the customer of a row. */
    static Condition matches(Field<UUID> file, String q) {
        return Routines.customerfileMatches(file, DSL.val(q)).isTrue();
    }

    private static xindang.schema.tables.CustomerfileFind found(Reach reach, String q, int most) {
        return CUSTOMERFILE_FIND.call(
                reach.companies().toArray(UUID[]::new), reach.departments().toArray(UUID[]::new), q, most);
    }
}

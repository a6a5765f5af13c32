package xindang.customerfile.store;

import static xindang.schema.Tables.CUSTOMERFILE_FILE;
import static xindang.schema.Tables.CUSTOMERFILE_OVERVIEW;
import static xindang.schema.Tables.IDENTITY_USER;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.document.letter.LetterValue;
import xindang.document.letter.LetterValues;
import xindang.platform.access.Reach;
import xindang.platform.store.Scoped;

/** Customer files as letters see them (函件客户信息查询). */
@Repository
public class LetterPlaces {

    private final DSLContext db;

    LetterPlaces(DSLContext db) {
        this.db = db;
    }

    /** What is known of some files within reach that the reader may read. */
    public Map<UUID, LetterValues> values(Reach reach, Collection<UUID> files) {
        var o = CUSTOMERFILE_OVERVIEW;
        return db.select(o.FILE_ID, o.NUMBER, o.NAME, o.CREDIT_CODE, CUSTOMERFILE_FILE.ADDRESS, IDENTITY_USER.NAME)
                .from(o)
                .join(CUSTOMERFILE_FILE)
                .on(CUSTOMERFILE_FILE.ID.eq(o.FILE_ID))
                .leftJoin(IDENTITY_USER)
                .on(IDENTITY_USER.ID.eq(o.KEEPER_ID))
                .where(o.FILE_ID.in(files))
                .and(Scoped.within(reach, o.NODE_ID, o.DEPARTMENT_ID))
                .and(Scoped.readable(o.LEVEL, o.FILE_ID))
                .fetchMap(o.FILE_ID, LetterPlaces::values);
    }

    private static LetterValues values(Record row) {
        var o = CUSTOMERFILE_OVERVIEW;
        var values = new HashMap<String, LetterValue>();
        put(values, "customer.name", row.get(o.NAME));
        put(values, "customer.number", row.get(o.NUMBER));
        put(values, "customer.code", row.get(o.CREDIT_CODE));
        put(values, "customer.address", row.get(CUSTOMERFILE_FILE.ADDRESS));
        put(values, "customer.keeper", row.get(IDENTITY_USER.NAME));
        return new LetterValues(values, Map.of());
    }

    private static void put(Map<String, LetterValue> values, String field, @Nullable String text) {
        if (text != null) {
            values.put(field, new LetterValue.Text(text));
        }
    }
}

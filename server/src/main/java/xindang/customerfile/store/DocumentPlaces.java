package xindang.customerfile.store;

import static xindang.schema.Tables.CUSTOMERFILE_OVERVIEW;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import xindang.document.LinkedObjects.Linked;
import xindang.platform.access.Reach;
import xindang.platform.access.SecrecyLevel;
import xindang.platform.store.Scoped;

/** Customer files as documents see them (资料所属档案查询). */
@Repository
public class DocumentPlaces {

    private final DSLContext db;

    DocumentPlaces(DSLContext db) {
        this.db = db;
    }

    /** Files within reach. */
    public List<Linked> find(Reach reach, Collection<UUID> files) {
        var o = CUSTOMERFILE_OVERVIEW;
        Field<Boolean> open = DSL.field(Scoped.readable(o.LEVEL, o.FILE_ID)).as("open");
        return db.select(o.FILE_ID, o.NODE_ID, o.DEPARTMENT_ID, o.NUMBER, o.NAME, o.LEVEL, open)
                .from(o)
                .where(o.FILE_ID.in(files).and(Scoped.within(reach, o.NODE_ID, o.DEPARTMENT_ID)))
                .fetch(row -> new Linked(
                        row.get(o.FILE_ID),
                        row.get(o.NODE_ID),
                        row.get(o.DEPARTMENT_ID),
                        row.get(o.NUMBER),
                        row.get(o.NUMBER) + " " + row.get(o.NAME),
                        SecrecyLevel.of(row.get(o.LEVEL)),
                        row.get(open)));
    }
}

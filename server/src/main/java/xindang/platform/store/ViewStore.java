package xindang.platform.store;

import static xindang.schema.Tables.PLATFORM_VIEW;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xindang.platform.access.Caller;

/** Saved views of lists (已存视图): one's own, and those others in the same node share. */
@Repository
public class ViewStore {

    private static final TypeReference<Map<String, Object>> BODY = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;

    ViewStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /**
     * A saved view.
     *
     * @param id view
     * @param name name
     * @param list list it belongs to, such as {@code customers}
     * @param body filters, columns and order, as the screen understands them
     * @param shared whether others in the node see it
     * @param own whether it is the caller's, who alone may change it
     * @param version rises with each change
     */
    public record View(
            UUID id, String name, String list, Map<String, Object> body, boolean shared, boolean own, int version) {}

    /**
     * What a person saves.
     *
     * @param name name
     * @param list list it belongs to
     * @param body filters, columns and order
     * @param shared whether others in the node see it
     */
    public record Draft(String name, String list, Map<String, Object> body, boolean shared) {}

    /** The views of a list that a caller sees, by name. */
    public List<View> all(Caller caller, String list) {
        return db.selectFrom(PLATFORM_VIEW)
                .where(PLATFORM_VIEW.LIST.eq(list))
                .and(PLATFORM_VIEW
                        .USER_ID
                        .eq(caller.id())
                        .or(PLATFORM_VIEW.SHARED.isTrue().and(PLATFORM_VIEW.NODE_ID.eq(caller.node()))))
                .orderBy(PLATFORM_VIEW.NAME, PLATFORM_VIEW.ID)
                .fetch(row -> view(row, caller));
    }

    /** Adds a view; nothing if the caller has one of that name. */
    public Optional<View> insert(Caller caller, Draft draft) {
        return db.insertInto(PLATFORM_VIEW)
                .set(PLATFORM_VIEW.NODE_ID, caller.node())
                .set(PLATFORM_VIEW.USER_ID, caller.id())
                .set(PLATFORM_VIEW.LIST, draft.list())
                .set(PLATFORM_VIEW.NAME, draft.name())
                .set(PLATFORM_VIEW.BODY, JSONB.valueOf(json.writeValueAsString(draft.body())))
                .set(PLATFORM_VIEW.SHARED, draft.shared())
                .onConflictDoNothing()
                .returning()
                .fetchOptional(row -> view(row, caller));
    }

    /** Replaces one of the caller's views; nothing if the caller has no such view in that version. */
    public Optional<View> update(Caller caller, UUID id, int version, Draft draft) {
        return db.update(PLATFORM_VIEW)
                .set(PLATFORM_VIEW.NAME, draft.name())
                .set(PLATFORM_VIEW.BODY, JSONB.valueOf(json.writeValueAsString(draft.body())))
                .set(PLATFORM_VIEW.SHARED, draft.shared())
                .set(PLATFORM_VIEW.VERSION, PLATFORM_VIEW.VERSION.plus(1))
                .where(PLATFORM_VIEW.ID.eq(id))
                .and(PLATFORM_VIEW.USER_ID.eq(caller.id()))
                .and(PLATFORM_VIEW.VERSION.eq(version))
                .returning()
                .fetchOptional(row -> view(row, caller));
    }

    /** Whether the caller has a view. */
    public boolean owns(Caller caller, UUID id) {
        return db.fetchExists(PLATFORM_VIEW, PLATFORM_VIEW.ID.eq(id).and(PLATFORM_VIEW.USER_ID.eq(caller.id())));
    }

    /** Removes one of the caller's views; false if there is no such. */
    public boolean delete(Caller caller, UUID id) {
        return db.deleteFrom(PLATFORM_VIEW)
                        .where(PLATFORM_VIEW.ID.eq(id).and(PLATFORM_VIEW.USER_ID.eq(caller.id())))
                        .execute()
                == 1;
    }

    private View view(Record row, Caller caller) {
        return new View(
                row.get(PLATFORM_VIEW.ID),
                row.get(PLATFORM_VIEW.NAME),
                row.get(PLATFORM_VIEW.LIST),
                json.readValue(row.get(PLATFORM_VIEW.BODY).data(), BODY),
                row.get(PLATFORM_VIEW.SHARED),
                row.get(PLATFORM_VIEW.USER_ID).equals(caller.id()),
                row.get(PLATFORM_VIEW.VERSION));
    }
}

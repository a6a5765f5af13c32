package xindang.identity.store;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static xindang.schema.Tables.IDENTITY_ASSIGNMENT;
import static xindang.schema.Tables.IDENTITY_NODE;
import static xindang.schema.Tables.IDENTITY_ROLE;
import static xindang.schema.Tables.IDENTITY_ROLE_RIGHT;
import static xindang.schema.Tables.IDENTITY_USER;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.identity.Assignment;
import xindang.identity.Roles;

/** Table of who holds which role where (任职表). */
@Repository
public class AssignmentStore {

    private final DSLContext db;

    AssignmentStore(DSLContext db) {
        this.db = db;
    }

    /** Lets changes of roles go one after the other, so that no two take away the last administrators; in a transaction. */
    public void lock() {
        db.select(DSL.field("pg_advisory_xact_lock(hashtextextended('roles', 0))", Object.class))
                .execute();
    }

    /** The roles of a user that count on a day, the oldest first. */
    public List<Assignment> counting(UUID user, LocalDate on) {
        return fetch(IDENTITY_ASSIGNMENT
                .USER_ID
                .eq(user)
                .and(IDENTITY_ASSIGNMENT.VALID_FROM.le(on))
                .and(notOver(on)));
    }

    /** The roles of some users that count on a day or will, the oldest first. */
    public List<Assignment> notOver(Collection<UUID> users, LocalDate on) {
        return fetch(IDENTITY_ASSIGNMENT.USER_ID.in(users).and(notOver(on)));
    }

    /** The roles that anybody holds at some nodes on a day, the oldest first. */
    public List<Assignment> at(Collection<UUID> nodes, LocalDate on) {
        return fetch(IDENTITY_ASSIGNMENT
                .NODE_ID
                .in(nodes)
                .and(IDENTITY_ASSIGNMENT.VALID_FROM.le(on))
                .and(notOver(on)));
    }

    /** All roles of anybody that count on a day or will. */
    public List<Assignment> everybodys(LocalDate on) {
        return fetch(notOver(on));
    }

    /** All roles of a user, past ones too. */
    public List<Assignment> all(UUID user) {
        return fetch(IDENTITY_ASSIGNMENT.USER_ID.eq(user));
    }

    /** One of a user's roles. */
    public Optional<Assignment> find(UUID user, UUID id) {
        return fetch(IDENTITY_ASSIGNMENT.ID.eq(id).and(IDENTITY_ASSIGNMENT.USER_ID.eq(user))).stream()
                .findFirst();
    }

    private static Condition notOver(LocalDate on) {
        return IDENTITY_ASSIGNMENT.VALID_TO.isNull().or(IDENTITY_ASSIGNMENT.VALID_TO.gt(on));
    }

    private List<Assignment> fetch(Condition condition) {
        return db.select(IDENTITY_ASSIGNMENT.fields())
                .select(IDENTITY_ROLE.fields())
                .select(RoleStore.RIGHTS)
                .from(IDENTITY_ASSIGNMENT)
                .join(IDENTITY_ROLE)
                .on(IDENTITY_ROLE.ID.eq(IDENTITY_ASSIGNMENT.ROLE_ID))
                .where(condition)
                .orderBy(IDENTITY_ASSIGNMENT.VALID_FROM, IDENTITY_ASSIGNMENT.ID)
                .fetch(AssignmentStore::assignment);
    }

    /** A user holds a role at a node, and the id of that. */
    public UUID insert(UUID user, UUID role, UUID node, LocalDate from, @Nullable LocalDate to) {
        return db.insertInto(IDENTITY_ASSIGNMENT)
                .set(IDENTITY_ASSIGNMENT.USER_ID, user)
                .set(IDENTITY_ASSIGNMENT.ROLE_ID, role)
                .set(IDENTITY_ASSIGNMENT.NODE_ID, node)
                .set(IDENTITY_ASSIGNMENT.VALID_FROM, from)
                .set(IDENTITY_ASSIGNMENT.VALID_TO, to)
                .returning(IDENTITY_ASSIGNMENT.ID)
                .fetchSingle()
                .getId();
    }

    /** Sets the first day on which it no longer counts; null for none. */
    public void end(UUID id, @Nullable LocalDate to) {
        db.update(IDENTITY_ASSIGNMENT)
                .set(IDENTITY_ASSIGNMENT.VALID_TO, to)
                .where(IDENTITY_ASSIGNMENT.ID.eq(id))
                .execute();
    }

    /** Removes what never counted. */
    public void delete(UUID id) {
        db.deleteFrom(IDENTITY_ASSIGNMENT).where(IDENTITY_ASSIGNMENT.ID.eq(id)).execute();
    }

    /** Whether any active user may give every right at the root, from now on and without an end. */
    public boolean hasAdministrator(LocalDate today) {
        List<String> presets = Roles.NAMES.stream()
                .filter(name -> Roles.rights(name).contains("identity.grant-any"))
                .toList();
        Condition mayGiveAll = IDENTITY_ROLE
                .CODE
                .in(presets)
                .or(exists(selectOne()
                        .from(IDENTITY_ROLE_RIGHT)
                        .where(IDENTITY_ROLE_RIGHT.ROLE_ID.eq(IDENTITY_ROLE.ID))
                        .and(IDENTITY_ROLE_RIGHT.RIGHT_NAME.eq("identity.grant-any"))));
        return db.fetchExists(selectOne()
                .from(IDENTITY_ASSIGNMENT)
                .join(IDENTITY_USER)
                .on(IDENTITY_USER.ID.eq(IDENTITY_ASSIGNMENT.USER_ID))
                .join(IDENTITY_ROLE)
                .on(IDENTITY_ROLE.ID.eq(IDENTITY_ASSIGNMENT.ROLE_ID))
                .join(IDENTITY_NODE)
                .on(IDENTITY_NODE.ID.eq(IDENTITY_ASSIGNMENT.NODE_ID))
                .where(IDENTITY_USER.ACTIVE)
                .and(IDENTITY_NODE.PARENT_ID.isNull())
                .and(IDENTITY_ASSIGNMENT.VALID_FROM.le(today))
                .and(IDENTITY_ASSIGNMENT.VALID_TO.isNull())
                .and(mayGiveAll));
    }

    private static Assignment assignment(Record row) {
        return new Assignment(
                row.get(IDENTITY_ASSIGNMENT.ID),
                row.get(IDENTITY_ASSIGNMENT.USER_ID),
                RoleStore.role(row),
                row.get(IDENTITY_ASSIGNMENT.NODE_ID),
                row.get(IDENTITY_ASSIGNMENT.VALID_FROM),
                row.get(IDENTITY_ASSIGNMENT.VALID_TO));
    }
}

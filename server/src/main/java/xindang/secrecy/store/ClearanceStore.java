package xindang.secrecy.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static xindang.schema.Tables.IDENTITY_USER;
import static xindang.schema.Tables.SECRECY_CLEARANCE;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.platform.access.SecrecyLevel;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;
import xindang.secrecy.ClearanceLine;

/** Table of clearances (涉密权限表). */
@Repository
public class ClearanceStore {

    private static final Keyset LIST =
            Keyset.of("secrecy.clearances", IDENTITY_USER.ID, "login").sortable("login", IDENTITY_USER.LOGIN);

    private static final Field<Short> LEVEL = coalesce(SECRECY_CLEARANCE.LEVEL, inline(SecrecyLevel.INTERNAL.rank()))
            .as("cleared");

    private static final Field<Integer> VERSION =
            coalesce(SECRECY_CLEARANCE.VERSION, inline(0)).as("cleared_version");

    private final DSLContext db;
    private final Cursors cursors;

    ClearanceStore(DSLContext db, Cursors cursors) {
        this.db = db;
        this.cursors = cursors;
    }

    /** A user's clearance, if one was ever given. */
    public Optional<SecrecyLevel> find(UUID user) {
        return db.select(SECRECY_CLEARANCE.LEVEL)
                .from(SECRECY_CLEARANCE)
                .where(SECRECY_CLEARANCE.USER_ID.eq(user))
                .fetchOptional(row -> SecrecyLevel.of(row.value1()));
    }

    /** Gives a user a clearance, if it still has the version the change starts from; 0 where none was given yet. */
    public boolean put(UUID user, SecrecyLevel level, int version) {
        if (version == 0) {
            return db.insertInto(SECRECY_CLEARANCE)
                            .set(SECRECY_CLEARANCE.USER_ID, user)
                            .set(SECRECY_CLEARANCE.LEVEL, level.rank())
                            .onConflictDoNothing()
                            .execute()
                    == 1;
        }
        return db.update(SECRECY_CLEARANCE)
                        .set(SECRECY_CLEARANCE.LEVEL, level.rank())
                        .set(SECRECY_CLEARANCE.VERSION, SECRECY_CLEARANCE.VERSION.plus(1))
                        .set(SECRECY_CLEARANCE.CHANGED_AT, DSL.currentOffsetDateTime())
                        .where(SECRECY_CLEARANCE.USER_ID.eq(user))
                        .and(SECRECY_CLEARANCE.VERSION.eq(version))
                        .execute()
                == 1;
    }

    /** One page of the active users of some nodes. */
    public Page<ClearanceLine> page(List<UUID> nodes, @Nullable String q, PageQuery query) {
        Keyset.Plan plan = LIST.plan(query);
        Condition condition = IDENTITY_USER.NODE_ID.in(nodes).and(IDENTITY_USER.ACTIVE);
        if (q != null && !q.isBlank()) {
            condition = condition.and(IDENTITY_USER
                    .NAME
                    .containsIgnoreCase(q.strip())
                    .or(IDENTITY_USER.LOGIN.containsIgnoreCase(q.strip())));
        }
        return plan.fetch(
                db.select(
                                IDENTITY_USER.ID,
                                IDENTITY_USER.LOGIN,
                                IDENTITY_USER.NAME,
                                IDENTITY_USER.NODE_ID,
                                LEVEL,
                                VERSION,
                                plan.key(),
                                plan.keyId())
                        .from(IDENTITY_USER)
                        .leftJoin(SECRECY_CLEARANCE)
                        .on(SECRECY_CLEARANCE.USER_ID.eq(IDENTITY_USER.ID))
                        .where(condition),
                cursors,
                Keyset.count(db, IDENTITY_USER, condition),
                row -> new ClearanceLine(
                        row.get(IDENTITY_USER.ID),
                        row.get(IDENTITY_USER.LOGIN),
                        row.get(IDENTITY_USER.NAME),
                        row.get(IDENTITY_USER.NODE_ID),
                        SecrecyLevel.of(row.get(LEVEL)).code(),
                        row.get(VERSION)));
    }
}

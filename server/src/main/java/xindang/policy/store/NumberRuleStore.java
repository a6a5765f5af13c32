package xindang.policy.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static xindang.schema.Tables.IDENTITY_NODE;
import static xindang.schema.Tables.POLICY_NUMBER_PATTERN;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.platform.access.Caller;
import xindang.platform.rest.NamedRef;
import xindang.policy.NumberKind;
import xindang.policy.NumberRule;
import xindang.policy.PastPattern;

/** Table of the patterns that were set (编号规则表). */
@Repository
public class NumberRuleStore {

    private static final Field<UUID> CHAIN_ID = field(name("chain", "id"), UUID.class);
    private static final Field<Integer> DISTANCE = field(name("chain", "distance"), Integer.class);

    private final DSLContext db;

    NumberRuleStore(DSLContext db) {
        this.db = db;
    }

    /** The pattern in force that was set at a node or the nearest above it. */
    public Optional<NumberRule> nearest(UUID node, NumberKind kind) {
        var n = IDENTITY_NODE;
        var p = POLICY_NUMBER_PATTERN;
        var chain = name("chain")
                .fields("id", "parent_id", "distance")
                .as(select(n.ID, n.PARENT_ID, inline(0))
                        .from(n)
                        .where(n.ID.eq(node))
                        .unionAll(select(n.ID, n.PARENT_ID, DISTANCE.plus(1))
                                .from(n)
                                .join(table(name("chain")))
                                .on(n.ID.eq(field(name("chain", "parent_id"), UUID.class)))));
        return db.withRecursive(chain)
                .select(p.NODE_ID, n.NAME, p.PATTERN, p.PER, p.NUMBER)
                .from(p)
                .join(table(name("chain")))
                .on(p.NODE_ID.eq(CHAIN_ID))
                .join(n)
                .on(n.ID.eq(p.NODE_ID))
                .where(p.KIND.eq(kind.code()))
                .orderBy(DISTANCE, p.NUMBER.desc())
                .limit(1)
                .fetchOptional(row -> new NumberRule(
                        kind.code(),
                        row.get(p.PATTERN),
                        row.get(p.PER),
                        "set",
                        new NamedRef(row.get(p.NODE_ID), row.get(n.NAME)),
                        row.get(p.NODE_ID).equals(node) ? row.get(p.NUMBER) : 0));
    }

    /** Patterns that were set at a node, the latest first. */
    public List<PastPattern> past(UUID node, NumberKind kind) {
        var p = POLICY_NUMBER_PATTERN;
        return db.selectFrom(p)
                .where(p.NODE_ID.eq(node).and(p.KIND.eq(kind.code())))
                .orderBy(p.NUMBER.desc())
                .limit(100)
                .fetch(row -> new PastPattern(
                        row.getPattern(), row.getPer(), row.getReason(), row.getSetAt(), row.getSetterName()));
    }

    /**
     * What is set.
     *
     * @param version version it starts from
     */
    public record NewPattern(UUID node, NumberKind kind, String pattern, String per, String reason, int version) {}

    /** Sets a pattern; false if somebody else was just first. */
    public boolean set(Caller by, NewPattern one, OffsetDateTime now) {
        var p = POLICY_NUMBER_PATTERN;
        return db.insertInto(p)
                        .set(p.NODE_ID, one.node())
                        .set(p.KIND, one.kind().code())
                        .set(p.NUMBER, one.version() + 1)
                        .set(p.PATTERN, one.pattern())
                        .set(p.PER, one.per())
                        .set(p.REASON, one.reason())
                        .set(p.SET_AT, now)
                        .set(p.SET_BY, by.id())
                        .set(p.SETTER_NAME, by.name())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Name of a node. */
    public @Nullable String nodeName(UUID node) {
        return db.select(IDENTITY_NODE.NAME)
                .from(IDENTITY_NODE)
                .where(IDENTITY_NODE.ID.eq(node))
                .fetchOne(IDENTITY_NODE.NAME);
    }
}

package xindang.receivable.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static xindang.schema.Tables.RECEIVABLE_ITEM;
import static xindang.schema.Tables.RECEIVABLE_SETTLEMENT;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import xindang.engine.receivable.AgeingSchedule;

/**
 * What an item is at the end of a day, in SQL (某日状态): the rules of {@link xindang.engine.receivable.ReceivableColumns#open}
 * for items settled at once, and their sum for those settled in parts. A test compares both to the cent.
 */
final class OpenAt {

    private OpenAt() {}

    /** The item has been issued by then. */
    static Condition issued(LocalDate asOf) {
        return RECEIVABLE_ITEM.ISSUED.isNull().or(RECEIVABLE_ITEM.ISSUED.le(asOf));
    }

    /** What is settled by then. */
    static Field<BigDecimal> settled(LocalDate asOf) {
        Field<BigDecimal> parts = coalesce(
                DSL.field(select(sum(RECEIVABLE_SETTLEMENT.AMOUNT))
                        .from(RECEIVABLE_SETTLEMENT)
                        .where(RECEIVABLE_SETTLEMENT.ITEM_ID.eq(RECEIVABLE_ITEM.ID))
                        .and(RECEIVABLE_SETTLEMENT.SETTLED_ON.isNull().or(RECEIVABLE_SETTLEMENT.SETTLED_ON.le(asOf)))),
                inline(BigDecimal.ZERO));
        return when(RECEIVABLE_ITEM.SPLIT, parts)
                .when(
                        RECEIVABLE_ITEM.SETTLED_ON.isNull().or(RECEIVABLE_ITEM.SETTLED_ON.le(asOf)),
                        RECEIVABLE_ITEM.SETTLED_AMOUNT)
                .otherwise(inline(BigDecimal.ZERO));
    }

    /** What is open then; for an item issued by then. */
    static Field<BigDecimal> open(LocalDate asOf) {
        return RECEIVABLE_ITEM.AMOUNT.minus(settled(asOf));
    }

    /** Anything is open then: the quick answer first, so that the parts are added up for few items only. */
    static Condition isOpen(LocalDate asOf) {
        Condition never = RECEIVABLE_ITEM
                .SPLIT
                .isFalse()
                .and(RECEIVABLE_ITEM.AMOUNT.eq(RECEIVABLE_ITEM.SETTLED_AMOUNT))
                .and(RECEIVABLE_ITEM.SETTLED_ON.isNull().or(RECEIVABLE_ITEM.SETTLED_ON.le(asOf)));
        return never.not().and(open(asOf).ne(inline(BigDecimal.ZERO)));
    }

    /** Days past due, 0 before. */
    static Field<Integer> daysPastDue(LocalDate asOf) {
        return DSL.field("greatest({0} - {1}, 0)", Integer.class, val(asOf), RECEIVABLE_ITEM.DUE);
    }

    /** The item falls into a bucket of the standard schedule then. */
    static Condition inBucket(int bucket, LocalDate asOf) {
        if (bucket == 0) {
            return RECEIVABLE_ITEM.DUE.ge(asOf);
        }
        var bounds = AgeingSchedule.STANDARD.bounds();
        int from = bucket == 1 ? 1 : bounds.get(bucket - 2) + 1;
        Condition late = RECEIVABLE_ITEM.DUE.le(asOf.minusDays(from));
        return bucket > bounds.size() ? late : late.and(RECEIVABLE_ITEM.DUE.ge(asOf.minusDays(bounds.get(bucket - 1))));
    }
}

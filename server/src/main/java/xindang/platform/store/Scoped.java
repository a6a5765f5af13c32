package xindang.platform.store;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import xindang.platform.access.Reach;
import xindang.platform.access.SecrecyLevel;

/** A caller's reach as conditions of SQL (数据范围条件), in one place for all lists. */
public final class Scoped {

    private Scoped() {}

    /**
     * Rows within reach.
     *
     * @param node column with the company
     * @param department column with the department in charge
     */
    public static Condition within(Reach reach, Field<UUID> node, Field<UUID> department) {
        return within(reach, node, reach.companies(), department);
    }

    /**
     * Rows within reach that name something of a company instead, such as a snapshot.
     *
     * @param of column with that
     * @param ids what may stand there, one for each company of {@link Reach#companies()} and in that order
     * @param department column with the department in charge
     */
    public static Condition within(Reach reach, Field<UUID> of, List<UUID> ids, Field<UUID> department) {
        return within(reach, of, ids, department.in(reach.departments()));
    }

    /** The same with any condition that says what the departments are in charge of. */
    public static Condition within(Reach reach, Field<UUID> of, List<UUID> ids, Condition inCharge) {
        if (reach.whole()) {
            return oneOf(of, ids);
        }
        int entire = reach.entire().size();
        Condition part = oneOf(of, ids.subList(entire, ids.size())).and(inCharge);
        return entire == 0 ? part : oneOf(of, ids.subList(0, entire)).or(part);
    }

    /**
     * Rows of files whose content the reader may see (密级以内): the usual levels, or not among those the database closes to the user
     * of the request (docs/adr/0092).
     *
     * @param level column with the file's level
     * @param file column with the file
     */
    public static Condition readable(Field<Short> level, Field<UUID> file) {
        return level.le(DSL.inline(SecrecyLevel.INTERNAL.rank()))
                .or(DSL.condition("{0} <> all ((select secrecy_closed())::uuid[])", file));
    }

    /** Whether closed files stay in lists with number and name; the house decides. */
    public static Condition closedAreShown() {
        return DSL.condition("(select secrecy_shown())");
    }

    /** The same for rows without a department of their own; whoever uses it adds a condition on the file. */
    public static Condition oneOf(Field<UUID> column, List<UUID> values) {
        // For one value an equation: only then does an index that begins with the column also give the order.
        return values.size() == 1 ? column.eq(values.getFirst()) : column.in(values);
    }
}

package xindang.platform.store;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import xindang.platform.access.Reach;

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
        Condition companies = oneOf(node, reach.companies());
        return reach.whole() ? companies : companies.and(department.in(reach.departments()));
    }

    /** The same for rows without a department of their own; whoever uses it adds a condition on the file. */
    public static Condition oneOf(Field<UUID> column, List<UUID> values) {
        // For one value an equation: only then does an index that begins with the column also give the order.
        return values.size() == 1 ? column.eq(values.getFirst()) : column.in(values);
    }
}

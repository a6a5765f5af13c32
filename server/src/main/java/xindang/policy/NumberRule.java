package xindang.policy;

import org.jspecify.annotations.Nullable;
import xindang.platform.rest.NamedRef;

/**
 * How a kind is numbered at a node (编号规则).
 *
 * @param kind code of the kind
 * @param pattern pattern such as {@code HT-{dept}-{yyyy}-{serial:4}}
 * @param per {@code department} if each department has a series of its own, else {@code company}
 * @param source {@code regime}, {@code set} by hand at {@code node} or above, or {@code program}
 * @param node node whose rule it is; null for that of the program
 * @param version version a change at the node asked about starts from; 0 if nothing was set there yet
 */
public record NumberRule(
        String kind,
        String pattern,
        String per,
        String source,
        @Nullable NamedRef node,
        int version) {

    /** Whether each department has a series of its own. */
    boolean perDepartment() {
        return per.equals("department");
    }
}

package xindang.identity;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A node of the organisation tree (组织节点).
 *
 * @param id node
 * @param name name
 * @param kind {@code group}, {@code company}, {@code department} or {@code site}
 * @param parent node above; null at the root
 * @param closed whether nothing new belongs to it; what it has stays readable
 */
public record Node(
        UUID id, String name, String kind, @Nullable UUID parent, boolean closed) {

    private static final Set<String> PARTS = Set.of("department", "site");

    /** Whether it is a department or site of a company and has no files of its own beyond those it is in charge of. */
    public boolean partOfCompany() {
        return isPart(kind);
    }

    /** The same of a kind. */
    public static boolean isPart(String kind) {
        return PARTS.contains(kind);
    }
}

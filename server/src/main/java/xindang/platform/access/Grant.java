package xindang.platform.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may do at one node and below it (授权): a role that counts today.
 *
 * @param role code of a preset, or the name of a role that a company made
 * @param node node the role was given at
 * @param nodes that node and all below it
 * @param reach whose customer files lie within
 * @param rights rights of the role
 * @param readOnly whether it is an auditor's: gives nothing that changes anything, and what is read by it is recorded
 * @param lender who is stood in for; null for a role of one's own
 * @param onBehalfOf who is stood in for, as the trail names him; null for a role of one's own
 */
public record Grant(
        String role,
        UUID node,
        List<UUID> nodes,
        Reach reach,
        Set<String> rights,
        boolean readOnly,
        @Nullable UUID lender,
        @Nullable String onBehalfOf) {

    /** Copies the collections. */
    public Grant {
        nodes = List.copyOf(nodes);
        rights = Set.copyOf(rights);
    }

    /** The same with those of these rights that the role has. */
    Grant withOnly(Collection<String> some) {
        return new Grant(
                role,
                node,
                nodes,
                reach,
                rights.stream().filter(some::contains).collect(Collectors.toUnmodifiableSet()),
                readOnly,
                lender,
                onBehalfOf);
    }

    /** The same for somebody who stands in: without rights over people and roles. */
    public Grant onBehalfOf(UUID lender, String person) {
        return new Grant(role, node, nodes, reach, lent(rights), readOnly, lender, person);
    }

    /** Those of some rights that a deputy gets. */
    public static Set<String> lent(Collection<String> rights) {
        return rights.stream()
                .filter(right -> !right.startsWith("identity.") || right.equals("identity.read"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the role has a right at a node. */
    public boolean covers(String right, UUID at) {
        return rights.contains(right) && nodes.contains(at);
    }
}

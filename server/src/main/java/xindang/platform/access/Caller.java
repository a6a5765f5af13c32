package xindang.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who calls (调用者): read from the database at each request, so that a changed role or a closed account counts at once. A
 * controller gets it as a parameter.
 *
 * @param id user
 * @param login name for signing in
 * @param name name of the person
 * @param role role, such as {@code credit-manager}
 * @param language {@code zh} or {@code en}
 * @param node node the user belongs to
 * @param nodes that node and all below it: the reach of {@link Scope#NODES}
 * @param reach whose customer files lie within reach
 * @param rights rights of the role
 */
public record Caller(
        UUID id,
        String login,
        String name,
        String role,
        String language,
        UUID node,
        List<UUID> nodes,
        Reach reach,
        Set<String> rights) {

    private static final String ATTRIBUTE = Caller.class.getName();

    /** Copies the collections. */
    public Caller {
        nodes = List.copyOf(nodes);
        rights = Set.copyOf(rights);
    }

    /** Whether the role has a right. */
    public boolean may(String right) {
        return right.equals(Right.SIGNED_IN) || rights.contains(right);
    }

    /** Whether a node lies within reach. */
    public boolean reaches(UUID one) {
        return nodes.contains(one);
    }

    /** All nodes whose rows the database hands this caller; a department works in rows of its company. */
    public List<UUID> withinWall() {
        return Stream.concat(nodes.stream(), reach.companies().stream())
                .distinct()
                .toList();
    }

    /** The caller of a request, if signed in. */
    public static Optional<Caller> of(HttpServletRequest request) {
        return Optional.ofNullable((Caller) request.getAttribute(ATTRIBUTE));
    }

    /** Makes this the caller of a request. */
    public void callsBy(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}

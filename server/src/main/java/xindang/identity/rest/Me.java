package xindang.identity.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.identity.Node;
import xindang.platform.access.Caller;
import xindang.platform.time.BusinessClock;

/**
 * What a signed-in person's screens need to begin (当前用户).
 *
 * @param user the person
 * @param node node the person belongs to
 * @param nodes that node, and those the roles were given at with all below
 * @param rights rights held at any node, sorted
 * @param businessDate today's business date
 * @param zone time zone of business dates
 * @param offset its present distance from UTC, such as {@code +08:00}
 * @param demo whether this is a demonstration
 * @param version version of the program
 */
public record Me(
        Person user,
        NodeName node,
        List<Node> nodes,
        List<String> rights,
        LocalDate businessDate,
        String zone,
        String offset,
        boolean demo,
        String version) {

    /**
     * The person.
     *
     * @param id user
     * @param login name for signing in
     * @param name name of the person
     * @param role the role that comes first; empty without one
     * @param language {@code zh} or {@code en}
     */
    public record Person(UUID id, String login, String name, String role, String language) {}

    /**
     * A node without its place.
     *
     * @param id node
     * @param name name
     * @param kind {@code group}, {@code company} or {@code department}
     */
    public record NodeName(UUID id, String name, String kind) {}

    static Me of(Caller caller, List<Node> nodes, BusinessClock clock, @Nullable String version) {
        Node own = nodes.stream()
                .filter(node -> node.id().equals(caller.home()))
                .findFirst()
                .orElseThrow();
        return new Me(
                new Person(caller.id(), caller.login(), caller.name(), caller.role(), caller.language()),
                new NodeName(own.id(), own.name(), own.kind()),
                nodes,
                caller.rights().stream().sorted().toList(),
                clock.today(),
                BusinessClock.ZONE.getId(),
                BusinessClock.ZONE.getRules().getOffset(clock.now()).getId(),
                clock.isDemo(),
                version == null ? "development" : version);
    }
}

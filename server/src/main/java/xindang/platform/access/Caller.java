package xindang.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who calls (调用者): read from the database at each request, so that a changed role or a closed account counts at once. A
 * controller gets it as a parameter, narrowed to the nodes where the caller holds the right of that endpoint: a role in one
 * company does not widen what another role may do in another (docs/adr/0085).
 *
 * @param id user
 * @param login name for signing in
 * @param name name of the person
 * @param language {@code zh} or {@code en}
 * @param home node the user belongs to
 * @param node node the caller works from: the own one if it lies within reach, else the first that a role was given at
 * @param nodes nodes within reach: the reach of {@link Scope#NODES}
 * @param reach whose customer files lie within reach
 * @param grants all roles that count today, whatever the endpoint, those held for others too
 * @param right the right that the caller was narrowed to; empty if to none
 */
public record Caller(
        UUID id,
        String login,
        String name,
        String language,
        UUID home,
        UUID node,
        List<UUID> nodes,
        Reach reach,
        List<Grant> grants,
        String right) {

    private static final String ATTRIBUTE = Caller.class.getName();

    /** Copies the collections. */
    public Caller {
        nodes = List.copyOf(nodes);
        grants = List.copyOf(grants);
    }

    /** The same caller with those of these rights that he has, for a program that acts for him. */
    public Caller withOnly(Collection<String> some) {
        List<Grant> fewer = grants.stream().map(grant -> grant.withOnly(some)).toList();
        return holding(id, login, name, language, home, fewer);
    }

    /** A caller with all that the roles give together; for what everybody may do who is signed in. */
    public static Caller holding(UUID id, String login, String name, String language, UUID home, List<Grant> grants) {
        List<UUID> nodes = Stream.concat(Stream.of(home), grants.stream().flatMap(grant -> grant.nodes().stream()))
                .distinct()
                .toList();
        return new Caller(id, login, name, language, home, home, nodes, reach(grants), grants, "");
    }

    /** The same caller within the nodes where a right is held; within nothing if it is held nowhere. */
    public Caller within(String right) {
        return right.equals(Right.SIGNED_IN)
                ? this
                : by(
                        right,
                        grants.stream()
                                .filter(grant -> grant.rights().contains(right))
                                .toList());
    }

    /** The same caller within the nodes where a right is held that may also change something. */
    Caller changing(String right) {
        return right.equals(Right.SIGNED_IN)
                ? this
                : by(
                        right,
                        grants.stream()
                                .filter(grant -> grant.rights().contains(right) && !grant.readOnly())
                                .toList());
    }

    /** The same within the nodes where a role of one's own gives the right; what somebody else lent ends with the lending. */
    public Caller changingByOwn(String right) {
        return by(
                right,
                grants.stream()
                        .filter(grant -> grant.rights().contains(right) && !grant.readOnly() && grant.lender() == null)
                        .toList());
    }

    /** Whether the right at hand is held at a node only because somebody lent it, and he is the one. */
    boolean isLentBy(UUID lender, UUID at) {
        List<Grant> giving = grants.stream()
                .filter(grant -> (right.isEmpty() || grant.rights().contains(right)) && !grant.readOnly())
                .filter(grant -> grant.nodes().contains(at)
                        || grant.reach().companies().contains(at)
                        || grant.reach().entire().contains(at))
                .toList();
        return !giving.isEmpty() && giving.stream().allMatch(grant -> lender.equals(grant.lender()));
    }

    /** Whether an auditor's role is among those that give a right. */
    boolean isWatched(String right) {
        return grants.stream()
                .filter(Grant::readOnly)
                .anyMatch(
                        grant -> right.equals(Right.SIGNED_IN) || grant.rights().contains(right));
    }

    private Caller by(String narrowedTo, List<Grant> giving) {
        List<UUID> reached = giving.stream()
                .flatMap(grant -> grant.nodes().stream())
                .distinct()
                .toList();
        UUID from = giving.isEmpty() || reached.contains(home)
                ? home
                : giving.getFirst().node();
        return new Caller(id, login, name, language, home, from, reached, reach(giving), grants, narrowedTo);
    }

    private static Reach reach(List<Grant> grants) {
        return Reach.union(grants.stream().map(Grant::reach).toList());
    }

    /** Whether a right is held at any node. */
    public boolean may(String right) {
        return right.equals(Right.SIGNED_IN)
                || grants.stream().anyMatch(grant -> grant.rights().contains(right));
    }

    /** Whether a right is held at any node by a role that may change something. */
    boolean mayChange(String right) {
        return right.equals(Right.SIGNED_IN)
                || grants.stream()
                        .anyMatch(grant -> !grant.readOnly() && grant.rights().contains(right));
    }

    /** Whether a right is held at a node, by a role of the caller's own that may change something. */
    public boolean holds(String right, UUID at) {
        return grants.stream()
                .filter(grant -> !grant.readOnly() && grant.onBehalfOf() == null)
                .anyMatch(grant -> grant.covers(right, at));
    }

    /**
     * On whose behalf the caller acts at a node, as far as the right at hand goes; nobody's where a role of his own gives it.
     */
    public Optional<String> onBehalfAt(UUID at) {
        List<Grant> giving = grants.stream()
                .filter(grant -> right.isEmpty() || grant.rights().contains(right))
                .toList();
        boolean own = giving.stream()
                .anyMatch(grant -> grant.onBehalfOf() == null
                        && (grant.nodes().contains(at) || grant.reach().entire().contains(at)));
        return own
                ? Optional.empty()
                : giving.stream()
                        .filter(grant -> grant.nodes().contains(at)
                                || grant.reach().companies().contains(at))
                        .flatMap(grant -> Optional.ofNullable(grant.onBehalfOf()).stream())
                        .findFirst();
    }

    /** People whom the caller stands in for today (被代理人). */
    public Set<UUID> standsInFor() {
        return grants.stream()
                .flatMap(grant -> Stream.ofNullable(grant.lender()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All rights held at any node. */
    public Set<String> rights() {
        return grants.stream().flatMap(grant -> grant.rights().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The role that comes first, for what is shown; empty without a role. */
    public String role() {
        return grants.isEmpty() ? "" : grants.getFirst().role();
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

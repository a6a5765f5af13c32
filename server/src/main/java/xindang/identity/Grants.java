package xindang.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import xindang.identity.store.AssignmentStore;
import xindang.identity.store.DeputyStore;
import xindang.identity.store.NodeStore;
import xindang.platform.access.Grant;
import xindang.platform.access.Reach;
import xindang.platform.time.BusinessClock;

/** What users may do today, and where (当日授权). */
@Component
class Grants {

    private final AssignmentStore assignments;
    private final DeputyStore deputies;
    private final NodeStore nodes;
    private final BusinessClock clock;

    Grants(AssignmentStore assignments, DeputyStore deputies, NodeStore nodes, BusinessClock clock) {
        this.assignments = assignments;
        this.deputies = deputies;
        this.nodes = nodes;
        this.clock = clock;
    }

    /** The roles of a user that count today, the oldest first; then those he holds for others. */
    List<Grant> of(UUID user) {
        LocalDate today = clock.today();
        var grants = new ArrayList<Grant>(own(user, today));
        for (Deputy deputy : deputies.counting(user, today)) {
            Deputy.Named person = deputy.user();
            // Auditors come in person.
            own(person.id(), today).stream()
                    .filter(grant -> !grant.readOnly())
                    .map(grant -> grant.onBehalfOf(person.id(), person.name() + " (" + person.login() + ")"))
                    .forEach(grants::add);
        }
        return grants;
    }

    private List<Grant> own(UUID user, LocalDate today) {
        List<Assignment> held = assignments.counting(user, today);
        if (held.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Node>> below =
                nodes.subtrees(held.stream().map(Assignment::node).distinct().toList());
        return held.stream()
                .map(one -> grant(one.role(), below.getOrDefault(one.node(), List.of())))
                .toList();
    }

    private Grant grant(Role role, List<Node> below) {
        return new Grant(
                role.called(),
                below.getFirst().id(),
                below.stream().map(Node::id).toList(),
                reach(below),
                role.rights(),
                role.auditing(),
                null,
                null);
    }

    /** A group or company reaches its companies; a department or site reaches its part of the company it belongs to. */
    private Reach reach(List<Node> below) {
        Node top = below.getFirst();
        if (top.partOfCompany()) {
            return nodes.company(top.id())
                    .map(company -> Reach.departments(
                            company, below.stream().map(Node::id).toList()))
                    .orElse(Reach.NOTHING);
        }
        return Reach.companies(below.stream()
                .filter(node -> node.kind().equals("company"))
                .map(Node::id)
                .toList());
    }
}

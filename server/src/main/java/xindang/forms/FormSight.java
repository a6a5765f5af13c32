package xindang.forms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import xindang.identity.Organisation;
import xindang.platform.access.Caller;
import xindang.platform.access.Grant;

/** Which forms somebody sees, and as whom he fills them in (表单可见范围): those of nodes he reaches and of nodes above these. */
@Component
class FormSight {

    private final Organisation organisation;

    FormSight(Organisation organisation) {
        this.organisation = organisation;
    }

    /** Nodes whose forms a caller sees. */
    Set<UUID> nodes(Caller caller) {
        var nodes = new LinkedHashSet<>(caller.nodes());
        for (Grant grant : caller.grants()) {
            if (caller.right().isEmpty() || grant.rights().contains(caller.right())) {
                nodes.addAll(organisation.above(grant.node()));
            }
        }
        return nodes;
    }

    /** Whether a form of a node holds at another. */
    boolean holds(UUID formNode, UUID at) {
        return organisation.above(at).contains(formNode);
    }

    /** Roles by which a caller reaches a node. */
    Set<String> roles(Caller caller, UUID node) {
        return caller.grants().stream()
                .filter(grant -> grant.nodes().contains(node)
                        || grant.reach().companies().contains(node))
                .map(Grant::role)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same, the nodes in the order given. */
    List<UUID> list(Caller caller) {
        return List.copyOf(nodes(caller));
    }
}

package xindang.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.identity.store.NodeStore;
import xindang.identity.store.NodeVersions;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;

/** Reads the organisation of any day (组织查询), within what a caller reaches today. */
@Service
public class TreeReading {

    private final NodeStore nodes;
    private final NodeVersions versions;

    TreeReading(NodeStore nodes, NodeVersions versions) {
        this.nodes = nodes;
        this.versions = versions;
    }

    /**
     * A version of a node with the name of the one above.
     *
     * @param parent name of the node above on the version's first day; null at the root
     */
    public record Past(NodeVersion version, @Nullable String parent) {

        /** Last day; null until further notice. */
        public @Nullable LocalDate until() {
            LocalDate to = version.to();
            return to == null ? null : to.minusDays(1);
        }
    }

    /**
     * The nodes the caller reaches, as they stood on a day, with what stood below them then.
     *
     * @param asOf day; null: today
     */
    @Transactional(readOnly = true)
    public List<Node> tree(Caller caller, @Nullable LocalDate asOf) {
        return asOf == null ? nodes.of(caller.nodes()) : new Tree(versions.tree(asOf)).below(caller.nodes());
    }

    /** A node within reach. */
    @Transactional(readOnly = true)
    public Node find(Caller caller, UUID id) {
        return nodes.find(id).filter(one -> caller.reaches(id)).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }

    /** The version of a node. */
    @Transactional(readOnly = true)
    public int version(UUID id) {
        return nodes.version(id);
    }

    /** What a node within reach was, is and is planned to be, the first first. */
    @Transactional(readOnly = true)
    public List<Past> of(Caller caller, UUID id) {
        find(caller, id);
        return versions.of(id).stream().map(this::named).toList();
    }

    private Past named(NodeVersion version) {
        String parent = new Tree(versions.tree(version.from()))
                .find(version.parent())
                .map(Node::name)
                .orElse(null);
        return new Past(version, parent);
    }
}

package xindang.identity;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.identity.store.LeaveStore;
import xindang.identity.store.NodeStore;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;

/**
 * What people have who leave or are locked (移交清单), counted wherever it is, and the one place that keeps an account open because of
 * it. Requirement ORG-07; docs/adr/0097.
 */
@Service
public class LeftOvers {

    private final List<OpenDuties> duties;
    private final LeaveStore leaves;
    private final NodeStore nodes;

    LeftOvers(List<OpenDuties> duties, LeaveStore leaves, NodeStore nodes) {
        this.duties = List.copyOf(duties);
        this.leaves = leaves;
        this.nodes = nodes;
    }

    /** What a person still has. */
    @Transactional(readOnly = true)
    public Left of(UUID person) {
        return counted(duty -> duty.left(person));
    }

    private Left counted(ToLongFunction<OpenDuties> count) {
        return new Left(
                sum("files", count),
                sum("slips", count),
                sum("requests", count),
                sum("imports", count),
                sum("deputyships", count));
    }

    private long sum(String kind, ToLongFunction<OpenDuties> count) {
        return duties.stream()
                .filter(duty -> duty.kind().equals(kind))
                .mapToLong(count)
                .sum();
    }

    /**
     * Refuses to close an account with something left.
     *
     * @throws Refusal 409 {@code hand-over-open} with the numbers
     */
    void requireNone(UUID person) {
        refuseIfBlocking(of(person), "none");
    }

    /**
     * Refuses to move a keeper to another node before his change was announced and what belongs to the old one is handed over.
     *
     * @throws Refusal 409 {@code hand-over-open} with the numbers
     */
    void requireMayMove(User person) {
        List<UUID> old = nodes.subtree(person.node()).stream().map(Node::id).toList();
        refuseIfBlocking(counted(duty -> duty.leftAt(person.id(), old)), "change");
        if (of(person.id()).files() > 0 && !leaves.isOpen(person.id(), "change")) {
            throw refusal(of(person.id()), "change");
        }
    }

    private static void refuseIfBlocking(Left left, String leave) {
        if (left.blocks()) {
            throw refusal(left, leave);
        }
    }

    /** The leave that has to be started before; none where it changes nothing. */
    private static Refusal refusal(Left left, String leave) {
        return Refusal.of(
                IdentityProblem.HAND_OVER_OPEN,
                new Reason(
                        "keeper-hands-over-first@1",
                        null,
                        Map.of(
                                "files", left.files(),
                                "slips", left.slips(),
                                "requests", left.requests(),
                                "leave", leave)));
    }
}

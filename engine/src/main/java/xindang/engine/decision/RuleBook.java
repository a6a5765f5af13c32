package xindang.engine.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All revisions of all rules of one kind, and which of them are in force. A replay asks for the revisions its record
 * names; everything else asks for those in force.
 *
 * @param <R> the kind of rule
 */
public final class RuleBook<R extends Rule> {

    private final List<R> inForce;
    private final Map<RuleId, R> known = new LinkedHashMap<>();

    /**
     * Builds a book.
     *
     * @param inForce the rules in force, in the order in which they speak
     * @param earlier earlier revisions, kept for replay
     * @throws IllegalArgumentException if two rules carry one id, or two revisions of one rule are in force
     */
    public RuleBook(List<R> inForce, List<R> earlier) {
        this.inForce = List.copyOf(inForce);
        inForce.forEach(this::register);
        earlier.forEach(this::register);
        long names = inForce.stream().map(rule -> rule.id().name()).distinct().count();
        if (names != inForce.size()) {
            throw new IllegalArgumentException("two revisions of one rule are in force");
        }
    }

    /** The rules in force, in the order in which they speak. */
    public List<R> inForce() {
        return inForce;
    }

    /** The ids of the rules in force. */
    public List<RuleId> ids() {
        return inForce.stream().map(Rule::id).toList();
    }

    /** Whether this engine holds the revision. */
    public boolean holds(RuleId id) {
        return known.containsKey(id);
    }

    /**
     * The rules with the given ids, in the given order.
     *
     * @throws IllegalArgumentException if this engine does not hold one of them
     */
    public List<R> revisions(List<RuleId> ids) {
        return ids.stream().map(this::revision).toList();
    }

    private R revision(RuleId id) {
        R rule = known.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("this engine holds no rule " + id);
        }
        return rule;
    }

    private void register(R rule) {
        if (known.put(rule.id(), rule) != null) {
            throw new IllegalArgumentException("two rules carry the id " + rule.id());
        }
    }
}

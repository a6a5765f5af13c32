package xindang.engine.decision;

/** Anything with a rule id: a small named class that decides one thing, listed with all rules in force. */
public interface Rule {

    /** The rule's name and revision. */
    RuleId id();
}

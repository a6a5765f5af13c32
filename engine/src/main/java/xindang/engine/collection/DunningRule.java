package xindang.engine.collection;

import java.time.LocalDate;
import xindang.engine.decision.Rule;

/** One dunning rule (催收规则): facts of one open item and policy in, a finding out. */
public interface DunningRule extends Rule {

    /** Judges one open item. */
    DunningFinding check(DunningFacts item, CollectionPolicy policy, LocalDate asOf);
}

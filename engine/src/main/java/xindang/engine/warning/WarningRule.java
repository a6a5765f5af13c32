package xindang.engine.warning;

import java.time.LocalDate;
import xindang.engine.decision.Rule;

/** One warning rule (预警规则): facts and policy in, at most one warning out. */
public interface WarningRule extends Rule {

    /** The kind a policy switches it on by. */
    WarningKind kind();

    /** Judges one customer. */
    WarningFinding check(WarningFacts facts, WarningPolicy policy, LocalDate asOf);
}

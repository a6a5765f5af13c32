package xindang.engine.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import xindang.engine.calendar.Deadline;

/** A step of a flow (流程步骤). */
public sealed interface FlowStep {

    /** Name of the step in the definition, unique in it; {@link FlowDefinition#START} is the beginning. */
    String code();

    /** How people call it. */
    String name();

    /** What a signer may do with a fact (要素权限). */
    enum Access {
        /** Sees it. */
        READ,
        /** May change it when agreeing. */
        CHANGE,
        /** Does not see it. */
        HIDE
    }

    /**
     * What happens when a step is late (超时升级).
     *
     * @param after so long after the step was due
     * @param to who may sign then, too
     */
    record Escalation(Deadline after, Who to) {}

    /**
     * People sign (审批).
     *
     * @param who who signs
     * @param mode how many of them must agree
     * @param within time allowance; without one it is never late
     * @param escalate what happens when it is late
     * @param returnTo codes of earlier steps it may go back to; {@code start} is the starter
     * @param fields what signers may do with facts that are not just read
     * @param safeForBatch whether several cases may be agreed to at once
     */
    record Approve(
            String code,
            String name,
            Who who,
            SignMode mode,
            Optional<Deadline> within,
            Optional<Escalation> escalate,
            List<String> returnTo,
            Map<String, Access> fields,
            boolean safeForBatch)
            implements FlowStep {

        /** Copies the collections. */
        public Approve {
            returnTo = List.copyOf(returnTo);
            fields = Map.copyOf(fields);
        }

        /** What signers may do with a fact. */
        public Access access(String fact) {
            return fields.getOrDefault(fact, Access.READ);
        }
    }

    /**
     * One way of a branch.
     *
     * @param code name of the way, unique among all steps
     * @param name how people call it
     * @param when condition in CEL over the facts
     * @param steps what is done where it holds
     */
    record Arm(String code, String name, String when, List<FlowStep> steps) {

        /** Copies the steps. */
        public Arm {
            steps = List.copyOf(steps);
        }
    }

    /**
     * The first way whose condition holds is gone (条件分支), then the flow goes on behind the branch.
     *
     * @param arms ways in their order
     * @param otherwise what is done where none holds
     */
    record Branch(String code, String name, List<Arm> arms, List<FlowStep> otherwise) implements FlowStep {

        /** Copies the lists. */
        public Branch {
            arms = List.copyOf(arms);
            otherwise = List.copyOf(otherwise);
        }
    }

    /**
     * People are told (抄送).
     *
     * @param who who is told
     */
    record Copy(String code, String name, Who who) implements FlowStep {}

    /**
     * The program does something (自动动作).
     *
     * @param action name of a registered action
     */
    record Act(String code, String name, String action) implements FlowStep {}

    /**
     * The case ends here (结束).
     *
     * @param approved whether with agreement
     */
    record End(String code, String name, boolean approved) implements FlowStep {}
}

package xindang.engine.evaluation;

import java.util.Optional;
import java.util.Set;

/**
 * Which scales a company uses and what a grade means for business as such (信用等级政策).
 *
 * @param scale the leading scale
 * @param secondScale a scale shown beside it, found by place on the master scale
 * @param blockingGrades grades of the leading scale that refuse business by themselves (RAT-06)
 * @param overrideMaxSteps how many steps a manual deviation may go (人工调整, RAT-08)
 * @param overrideApprover role that approves it
 * @param validityMonths life of a grade in months (RAT-10)
 */
public record RatingPolicy(
        RatingScale scale,
        Optional<RatingScale> secondScale,
        Set<String> blockingGrades,
        int overrideMaxSteps,
        String overrideApprover,
        int validityMonths) {

    /** Copies the set and checks that its grades are of the leading scale. */
    public RatingPolicy {
        blockingGrades = Set.copyOf(blockingGrades);
        for (String code : blockingGrades) {
            if (scale.byCode(code).isEmpty()) {
                throw new IllegalArgumentException("blocking grade " + code + " is not of scale " + scale.id());
            }
        }
    }

    /** Whether a grade of the leading scale refuses business by itself. */
    public boolean isBlocking(Grade grade) {
        return blockingGrades.contains(grade.code());
    }
}

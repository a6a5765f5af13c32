package xindang.engine.evaluation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an evaluation comes to (评价结果): a score with its grade, or "not rated" with what stood in the way. */
public sealed interface EvaluationResult {

    /**
     * The customer is rated (已评级).
     *
     * @param score the score
     * @param grade the grade after knock-outs
     * @param gradeByScore the grade the score alone earns
     * @param contributions one per characteristic, in card order
     * @param reasons ranked reasons, see {@link Scorecard.ReasonRule}
     * @param knockOuts the knock-outs that hit, in card order, whether or not they changed the grade
     * @param redistribution how weights of missing values were spread, if any were
     */
    record Rated(
            Measure score,
            Grade grade,
            Grade gradeByScore,
            List<Contribution> contributions,
            List<Reason> reasons,
            List<KnockOutHit> knockOuts,
            Optional<Redistribution> redistribution)
            implements EvaluationResult {}

    /**
     * The customer is not rated (未评级).
     *
     * @param obstacles every value that stood in the way, in card order
     */
    record NotRated(List<Obstacle> obstacles) implements EvaluationResult {}

    /**
     * What one characteristic gave (得分明细).
     *
     * @param characteristic its code
     * @param indicator the indicator read
     * @param value the indicator's value, {@code null} when missing
     * @param points points given, before any redistribution
     * @param weight the most it could give
     * @param how by which way the points came about
     * @param attribute place of the attribute that applied, from 1; 0 when none did
     */
    record Contribution(
            String characteristic,
            String indicator,
            @Nullable String value,
            Measure points,
            Measure weight,
            How how,
            int attribute) {}

    /** How points came about. */
    enum How {
        /** An attribute applied. */
        ATTRIBUTE,
        /** The value was missing: lowest points. */
        LOWEST,
        /** The value was missing: baseline points. */
        NEUTRAL,
        /** The value was missing: the weight went to the others. */
        REDISTRIBUTED
    }

    /**
     * A reason for the score (原因).
     *
     * @param code the characteristic's reason code
     * @param characteristic its code
     * @param distance points between the result and the baseline, above 0
     */
    record Reason(String code, String characteristic, Measure distance) {}

    /**
     * A knock-out that hit (命中的一票否决).
     *
     * @param code its code
     * @param indicator the indicator read
     * @param value the value that hit, {@code null} when it was the missing value
     * @param cappedAt the best grade still possible
     */
    record KnockOutHit(
            String code, String indicator, @Nullable String value, Grade cappedAt) {}

    /**
     * How weights were spread (权重再分配): {@code points after = points before × total weight / remaining weight}, rounded half
     * up once.
     *
     * @param before points of the characteristics with a value
     * @param after the same after spreading
     * @param totalWeight weight of the whole card
     * @param remainingWeight weight of the characteristics with a value
     */
    record Redistribution(Measure before, Measure after, Measure totalWeight, Measure remainingWeight) {}

    /**
     * A value that stood in the way.
     *
     * @param indicator its name
     * @param value the value, {@code null} when missing
     * @param why what is wrong with it
     */
    record Obstacle(String indicator, @Nullable String value, Why why) {}

    /** Why a value stands in the way of a rating. */
    enum Why {
        /** It is missing and the card does not go on without it. */
        MISSING,
        /** It is not believable, or no number where one is needed. */
        INVALID,
        /** No attribute of an imported card takes it. */
        NO_ATTRIBUTE
    }
}

package xindang.customerfile;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What lists show of an assessment (评估概要).
 *
 * @param file credit file
 * @param limitState {@code no-credit}, {@code capped}, {@code unlimited} or {@code not-assessed}
 * @param limitAmount the limit in the currency of the overview; only where it is capped
 * @param grade null if none was given
 * @param warningLevel 0 none, then rising with severity
 * @param warningCount open warnings
 * @param termDays days of credit; null if none was decided
 */
public record Appraisal(
        UUID file,
        String limitState,
        @Nullable String limitAmount,
        @Nullable GradePlace grade,
        int warningLevel,
        int warningCount,
        @Nullable Integer termDays) {

    /**
     * A grade and where it stands.
     *
     * @param scale id of the scale
     * @param step 1 is the best
     * @param steps of how many
     */
    public record GradePlace(String code, String scale, int step, int steps) {}
}

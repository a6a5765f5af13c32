package xindang.platform.jobs;

import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.platform.problem.Problem;
import xindang.platform.problem.Problems;

/**
 * Long work as it stands (后台任务).
 *
 * @param id job
 * @param user who started it; null if the server did by itself
 * @param kind capability and verb, such as {@code insight.assess}
 * @param title what a person calls it
 * @param state {@code queued}, {@code running}, {@code done}, {@code failed} or {@code cancelled}
 * @param done steps done
 * @param total steps in all; null while unknown
 * @param rate steps per second so far; null before there is any
 * @param startedAt null while queued
 * @param finishedAt null until finished
 * @param result what came out; null until done
 * @param problem why it failed; null otherwise
 */
public record Job(
        UUID id,
        @Nullable UUID user,
        String kind,
        String title,
        String state,
        long done,
        @Nullable Long total,
        @Nullable Double rate,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime finishedAt,
        @Nullable Result result,
        @Nullable Problem problem) {

    /**
     * What came out.
     *
     * @param link web address of it; null if there is none
     * @param facts figures worth showing
     */
    public record Result(@Nullable String link, Map<String, Object> facts) {

        /** Copies the facts. */
        public Result {
            facts = Map.copyOf(facts);
        }
    }

    /** Whether nothing more will happen. */
    public boolean isFinished() {
        return finishedAt != null;
    }

    /** The job with its problem in a reader's language. */
    public Job told(Locale language) {
        return problem == null
                ? this
                : new Job(
                        id,
                        user,
                        kind,
                        title,
                        state,
                        done,
                        total,
                        rate,
                        startedAt,
                        finishedAt,
                        result,
                        Problems.told(problem, language));
    }
}

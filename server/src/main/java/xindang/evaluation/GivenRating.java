package xindang.evaluation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A grade that was decided (评级结果).
 *
 * @param file credit file
 * @param score 0 to 100; null if there was nothing to score
 * @param grade code on the scale of the run
 * @param gradeByScore grade before knock-outs and caps; null without a score
 * @param decision record that explains and replays it
 */
public record GivenRating(
        UUID file,
        @Nullable String score,
        String grade,
        @Nullable String gradeByScore,
        UUID decision) {}

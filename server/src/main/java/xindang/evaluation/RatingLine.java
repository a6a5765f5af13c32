package xindang.evaluation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.customerfile.CustomerLine;

/**
 * A grade a customer was given (评级记录).
 *
 * @param id rating
 * @param asOf day it was given for
 * @param score points
 * @param grade grade
 * @param gradeByScore grade before knock-outs and caps
 * @param decision replayable record it rests on
 */
public record RatingLine(
        UUID id,
        LocalDate asOf,
        @Nullable String score,
        CustomerLine.@Nullable GradeView grade,
        CustomerLine.@Nullable GradeView gradeByScore,
        @Nullable UUID decision) {}

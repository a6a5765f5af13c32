package xindang.engine.creditline;

import java.util.List;
import java.util.Optional;
import xindang.engine.evaluation.Grade;
import xindang.engine.evaluation.RatingScale;

/**
 * The policy table (信用政策表, LIM-09): one row per grade of one scale.
 *
 * <p>Grades of another scale find their row by their place on the master scale, never by equal letters: A is the best grade
 * of a three-step scale and the third of a five-step one.
 *
 * @param scale the scale the rows are written for
 * @param rows one per grade, in the scale's order
 */
public record GradePolicyTable(RatingScale scale, List<GradePolicy> rows) {

    /** Checks that every grade has exactly one row, in order. */
    public GradePolicyTable {
        rows = List.copyOf(rows);
        List<String> needed = scale.grades().stream().map(Grade::code).toList();
        List<String> given = rows.stream().map(GradePolicy::grade).toList();
        if (!needed.equals(given)) {
            throw new IllegalArgumentException(
                    "the policy table has rows for " + given + ", scale " + scale.id() + " has grades " + needed);
        }
    }

    /** The row of a grade code of the table's own scale. */
    public Optional<GradePolicy> byCode(String code) {
        return rows.stream().filter(row -> row.grade().equals(code)).findFirst();
    }

    /** The row of a grade of any scale, by its place on the master scale. */
    public GradePolicy rowFor(Grade grade) {
        // Rows stand in the order of the grades, as the constructor made sure.
        return rows.get(scale.grades().indexOf(scale.atPosition(grade.position())));
    }
}

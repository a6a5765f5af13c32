package xindang.engine.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A rating scale as data (等级体系): grades from best to worst, each with its score band and its place on the master scale.
 *
 * <p>A band reaches from the grade's lowest score up to the next better grade's lowest score; the best is open above,
 * the worst open below. So bands cannot leave a gap or overlap as long as the lowest scores fall strictly, which is
 * checked here.
 *
 * @param id name of the scale in the catalogue, for example {@code five}
 * @param grades at least two, best first
 */
public record RatingScale(String id, List<Grade> grades) {

    /** Checks order, positions, codes and bands. */
    public RatingScale {
        grades = List.copyOf(grades);
        if (grades.size() < 2) {
            throw new IllegalArgumentException("scale " + id + " needs at least two grades");
        }
        var codes = new HashSet<String>();
        for (int i = 0; i < grades.size(); i++) {
            check(id, i == 0 ? null : grades.get(i - 1), grades.get(i), i == grades.size() - 1);
            if (!codes.add(grades.get(i).code())) {
                throw new IllegalArgumentException("scale " + id + " has two grades " + grades.get(i));
            }
        }
    }

    /** The best grade. */
    public Grade best() {
        return grades.getFirst();
    }

    /** The worst grade. */
    public Grade worst() {
        return grades.getLast();
    }

    /** The grade whose band holds the score. */
    public Grade gradeFor(Measure score) {
        return grades.get((int)
                LongStream.of(floors()).filter(floor -> score.raw() < floor).count());
    }

    /** The grade with this code, if the scale has it. */
    public Optional<Grade> byCode(String code) {
        return grades.stream().filter(grade -> grade.code().equals(code)).findFirst();
    }

    /** The worse of two grades of this scale. */
    public Grade worseOf(Grade one, Grade other) {
        return require(one) >= require(other) ? one : other;
    }

    /**
     * The grade of this scale that stands at a place of the master scale: the worst one that begins at or above it. So in
     * {@code five} the places 2 and 3 are AA, 8 to 10 are C.
     */
    public Grade atPosition(int position) {
        Grade found = best();
        for (Grade grade : grades) {
            if (grade.position() <= position) {
                found = grade;
            }
        }
        return found;
    }

    /** The best grade of this scale that stands at or below a place of the master scale; the worst if all stand above it. */
    public Grade noBetterThan(int position) {
        return grades.stream()
                .filter(grade -> grade.position() >= position)
                .findFirst()
                .orElse(worst());
    }

    /** The same standing on another scale (RAT-03); past records keep their own grade. */
    public Grade onScale(RatingScale other, Grade grade) {
        require(grade);
        return other.atPosition(grade.position());
    }

    /** Lowest scores of all grades but the worst, falling; the index of a grade is how many of them a score misses. */
    long[] floors() {
        return grades.stream()
                .map(Grade::minScore)
                .flatMapToLong(floor -> floor == null ? LongStream.empty() : LongStream.of(floor.raw()))
                .toArray();
    }

    private int require(Grade grade) {
        int at = grades.indexOf(grade);
        if (at < 0) {
            throw new IllegalArgumentException("grade " + grade + " is not of scale " + id);
        }
        return at;
    }

    private static void check(String id, @Nullable Grade better, Grade grade, boolean last) {
        String where = "scale " + id + ", grade " + grade + ": ";
        Measure floor = grade.minScore();
        if (last != (floor == null)) {
            throw new IllegalArgumentException(
                    where + (last ? "the worst grade has no lowest score" : "a lowest score is missing"));
        }
        if (better == null) {
            return;
        }
        if (grade.position() <= better.position()) {
            throw new IllegalArgumentException(where + "position " + grade.position() + " does not rise after "
                    + better.position() + " of " + better);
        }
        Measure above = better.minScore();
        if (floor != null && above != null && floor.compareTo(above) >= 0) {
            throw new IllegalArgumentException(
                    where + "lowest score " + floor + " is not below " + above + " of " + better);
        }
    }
}

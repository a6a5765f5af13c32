package xindang.assess.report;

import java.util.List;
import java.util.Optional;
import xindang.engine.evaluation.Grade;
import xindang.engine.evaluation.RatingScale;
import xindang.engine.warning.WarningLevel;

/** Writes grades and warning levels: colour, shape and word always together. */
final class Badge {

    private static final int STEPS = 9;

    private static final List<String> SHAPES = List.of("◆", "▲", "⬣");

    private Badge() {}

    /**
     * A grade; its colour comes from its place on the master scale, never from its letter, which means different things in
     * different scales.
     */
    static void grade(Html html, View view, String code) {
        RatingScale scale = view.result().policies().rating().scale();
        Optional<Grade> grade = scale.byCode(code);
        if (grade.isEmpty()) {
            html.element("span", view.words().code("grade", code), "class", "grade none");
            return;
        }
        String title = view.words()
                .get(
                        "gradeTitle",
                        scaleName(view, scale),
                        view.words().label(grade.get().meaning()));
        html.element("span", code, "class", "grade " + step(grade.get()), "title", title);
    }

    /** The class that colours a grade. */
    static String step(Grade grade) {
        return "g" + Math.min(STEPS, grade.position());
    }

    /** A scale by name, or by its id if it is the user's own. */
    static String scaleName(View view, RatingScale scale) {
        return view.words().code("scale", scale.id());
    }

    /** A warning level by its place among the levels: the last is the severest. */
    static void level(Html html, View view, WarningLevel level) {
        List<WarningLevel> levels = view.warning().levels();
        int fromTop = levels.size() - 1 - levels.indexOf(level);
        int style = Math.max(0, SHAPES.size() - 1 - fromTop);
        html.open("span", "class", "level l" + style);
        html.element("span", SHAPES.get(style), "aria-hidden", "true").text(" " + levelName(view, level));
        html.close();
    }

    /** The name of a level; policies name it in Chinese, the usual ones have an English twin. */
    static String levelName(View view, WarningLevel level) {
        return view.words().language().equals("zh")
                ? level.label()
                : view.words().code("level", level.code());
    }
}

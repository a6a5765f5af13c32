package xindang.document.letter;

import java.util.Locale;
import xindang.platform.problem.ProblemCode;

/** Refusals of letters (函件问题代码). */
public enum LetterProblem implements ProblemCode {
    /** The text of a template is none; its reasons say what and in which line. */
    TEMPLATE_UNFIT(422),
    /** Another template of the node has the code. */
    TEMPLATE_TAKEN(409),
    /** No letters are made of a retired template. */
    TEMPLATE_RETIRED(409),
    /** The letter would have holes, or signs the font lacks; its reasons say where. */
    LETTER_LACKING(422),
    /** The letter was withdrawn already. */
    LETTER_WITHDRAWN(409),
    /** Nobody is among those chosen. */
    LETTER_NOBODY(422),
    /** Files of several companies are chosen; letters are numbered by one. */
    LETTER_SEVERAL_COMPANIES(422),
    /** More are chosen than one batch takes. */
    LETTER_TOO_MANY(422);

    private final int status;

    LetterProblem(int status) {
        this.status = status;
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}

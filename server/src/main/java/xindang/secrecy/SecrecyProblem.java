package xindang.secrecy;

import java.util.Locale;
import xindang.platform.problem.ProblemCode;

/** Refusals of secrecy (保密问题代码). */
public enum SecrecyProblem implements ProblemCode {
    /** The agreement is asked for and not acknowledged, or not this year. */
    AGREEMENT_NEEDED(403),
    /** The house demands a second factor of the caller, who has none. */
    SECOND_FACTOR_NEEDED(403),
    /** No text of an agreement was published. */
    AGREEMENT_MISSING(409),
    /** The file is open to whoever asks for it. */
    ACCESS_NOT_NEEDED(409),
    /** The request was decided or withdrawn. */
    REQUEST_DECIDED(409);

    private final int status;

    SecrecyProblem(int status) {
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

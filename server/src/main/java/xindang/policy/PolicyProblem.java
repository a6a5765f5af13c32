package xindang.policy;

import java.util.Locale;
import xindang.platform.problem.ProblemCode;

/** Refusals of policies (制度问题代码). */
public enum PolicyProblem implements ProblemCode {
    /** The draft was approved or withdrawn; it does not change any more. */
    DRAFT_CLOSED(409),
    /** It was not checked since the last change, or the check found what must be mended. */
    DRAFT_NOT_CHECKED(409),
    /** The draft says nothing else than what is in force. */
    DRAFT_CHANGES_NOTHING(409),
    /** Somebody published since the draft was started, and both change the same kind. */
    DRAFT_OVERTAKEN(409),
    /** The version has begun or was taken back already; only a new one changes it. */
    VERSION_HAS_BEGUN(409),
    /** Without the version something that stays would contradict itself. */
    VERSION_NEEDED(409),
    /** The file is no regime export, or what it says does not fit. */
    REGIME_UNFIT(422);

    private final int status;

    PolicyProblem(int status) {
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

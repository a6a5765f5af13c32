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
    /** Nobody asks the caller to read that publication, or a later one takes its place. */
    NOTHING_TO_ACKNOWLEDGE(409),
    /** The file is no regime export, or what it says does not fit. */
    REGIME_UNFIT(422),
    /** No number can be formed by the pattern; its reasons say why. */
    NUMBER_PATTERN_UNFIT(422),
    /** The pattern names a company or department that has no code yet. */
    NUMBER_CODE_MISSING(409),
    /** Another node of the installation has the code. */
    NUMBER_CODE_TAKEN(409),
    /** The pattern gives a number that the company has given already. */
    NUMBER_TAKEN(409),
    /** The regime says how this kind is numbered, so it is changed there. */
    NUMBER_BY_REGIME(409),
    /** It has a number that counts. */
    NUMBERED_ALREADY(409),
    /** The number is void or was replaced; it does not change any more. */
    NUMBER_CLOSED(409);

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

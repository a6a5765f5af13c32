package xindang.platform.problem;

import java.util.Locale;

/**
 * The kinds of refusals (问题代码) that every capability shares. The text of each stands in {@code problems_zh.properties} and
 * {@code problems_en.properties} under {@link #id()}.
 */
public enum Code implements ProblemCode {
    MALFORMED_REQUEST(400),
    NOT_SIGNED_IN(401),
    WRONG_CREDENTIALS(401),
    RIGHT_MISSING(403),
    CSRF_MISSING(403),
    /** The file or level lies above what the caller is cleared for. */
    ABOVE_CLEARANCE(403),
    WRONG_SETUP_CODE(403),
    /** Nobody decides on what he asked for himself. */
    OWN_REQUEST(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    ALREADY_SET_UP(409),
    ALREADY_EXISTS(409),
    CONFLICT(409),
    REQUEST_IN_PROGRESS(409),
    OUTCOME_UNKNOWN(409),
    STALE(412),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    INVALID_FIELDS(422),
    KEY_REUSED(422),
    PRECONDITION_REQUIRED(428),
    TOO_MANY_ATTEMPTS(429),
    REFUSED(400),
    PROCESS_ENDED(500),
    WORK_FAILED(500),
    FAULT(500),
    UNAVAILABLE(503);

    private final int status;

    Code(int status) {
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

package xindang.platform.problem;

import java.util.List;
import java.util.Map;

/** A command or question that is refused (拒绝): becomes an RFC 9457 problem. Not for defects. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ProblemCode code;
    private final transient List<Reason> reasons;
    private final transient Map<String, String> headers;

    private Refusal(ProblemCode code, List<Reason> reasons, Map<String, String> headers) {
        super(code.id() + " " + reasons);
        this.code = code;
        this.reasons = List.copyOf(reasons);
        this.headers = Map.copyOf(headers);
    }

    /** A refusal with its reasons. */
    public static Refusal of(ProblemCode code, Reason... reasons) {
        return new Refusal(code, List.of(reasons), Map.of());
    }

    /** A refusal with its reasons. */
    public static Refusal of(ProblemCode code, List<Reason> reasons) {
        return new Refusal(code, reasons, Map.of());
    }

    /** The same refusal with a header of the response. */
    public Refusal withHeader(String name, String value) {
        return new Refusal(code, reasons, Map.of(name, value));
    }

    /** The kind. */
    public ProblemCode code() {
        return code;
    }

    /** Why, for programs. */
    public List<Reason> reasons() {
        return reasons;
    }

    /** Headers of the response. */
    public Map<String, String> headers() {
        return headers;
    }
}

package xindang.platform.problem;

/**
 * A kind of refusal (问题代码). Capabilities have codes of their own by an enum that implements this; their texts go into the
 * same two files.
 */
public interface ProblemCode {

    /** Name in kebab case, last part of the problem's {@code type}; stable. */
    String id();

    /** HTTP status. */
    int status();
}

package xindang.platform.problem;

/** An answer that failed after its beginning was sent (中断的响应): the connection must break, so that nobody takes it for whole. */
public final class CutOff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What failed. */
    public CutOff(RuntimeException cause) {
        super("an answer failed half-way", cause);
    }
}

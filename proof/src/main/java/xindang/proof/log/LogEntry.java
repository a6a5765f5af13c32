package xindang.proof.log;

/**
 * An entry of the log with its place (日志条目).
 *
 * @param index place in the tree, from 0
 * @param leaf what is proven
 * @param content what lies beside it
 */
public record LogEntry(long index, Leaf leaf, Content content) {

    /** Checks the index. */
    public LogEntry {
        if (index < 0) {
            throw new IllegalArgumentException("indexes begin with 0");
        }
    }
}

package xindang.intake;

/** Is told how far reading has come; called from reading threads, one call at a time, about every 4 MiB. */
@FunctionalInterface
public interface Progress {

    /**
     * Reports.
     *
     * @param bytesDone bytes read of all files
     * @param bytesTotal bytes of all files
     * @param rows rows accepted so far
     */
    void at(long bytesDone, long bytesTotal, long rows);
}

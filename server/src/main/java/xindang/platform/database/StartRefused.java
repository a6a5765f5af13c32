package xindang.platform.database;

/** The server cannot start, for a reason its operator can mend (无法启动). The message says what to do, in both languages. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Exit code where another process holds the data folder. */
    public static final int HELD = 75;

    /** Exit code where the command makes no sense as it was given. */
    public static final int WRONG_USAGE = 64;

    /** Exit code where what was read is damaged or does not fit. */
    public static final int DAMAGED = 65;

    /** Exit code where something that was named is not there. */
    public static final int MISSING = 66;

    /** Exit code where reading or writing failed. */
    public static final int READ_OR_WRITE = 74;

    /** Exit code where the machine or the settings lack something. */
    public static final int UNAVAILABLE = 69;

    private final int exitCode;

    /**
     * A refused start.
     *
     * @param exitCode code the process ends with
     * @param message what is wrong and what to do
     */
    public StartRefused(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Code the process ends with. */
    public int exitCode() {
        return exitCode;
    }
}

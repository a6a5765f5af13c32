package xindang.gates;

/** The JUnit tags (测试标签) of this repository; the kind of a test and where it may run are read from them. */
public final class TestTags {

    /** Starts the shipped command in a process of its own and looks at its files, output and exit code. */
    public static final String COMMAND_LINE = "command-line";

    /** Talks to the running server from outside. */
    public static final String ACCEPTANCE = "acceptance";

    /** Walks the pages in a real browser. */
    public static final String BROWSER = "browser";

    /** Needs data outside the repository, found by {@code XINDANG_TEST_DATA}; skipped without it. */
    public static final String EXTERNAL = "external";

    /** Takes more than a few seconds; left out unless {@code ./xindang test --full} is asked. */
    public static final String SLOW = "slow";

    private TestTags() {}
}

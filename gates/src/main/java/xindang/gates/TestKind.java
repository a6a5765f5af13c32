package xindang.gates;

import java.util.Set;

/** What a test sees of the system (测试类别): only a test from outside can make a requirement done. */
public enum TestKind {
    /** Calls classes directly. */
    UNIT,
    /** Starts the shipped command. */
    COMMAND_LINE,
    /** Talks to the running server. */
    ACCEPTANCE,
    /** Walks the pages in a browser. */
    BROWSER;

    /** The kind that a test's JUnit tags say; the one nearest to a person wins. */
    public static TestKind of(Set<String> tags) {
        if (tags.contains(TestTags.BROWSER)) {
            return BROWSER;
        }
        if (tags.contains(TestTags.ACCEPTANCE)) {
            return ACCEPTANCE;
        }
        return tags.contains(TestTags.COMMAND_LINE) ? COMMAND_LINE : UNIT;
    }

    /** Whether the test sees the system from outside, as its user does. */
    public boolean fromOutside() {
        return this != UNIT;
    }
}

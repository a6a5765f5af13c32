package xindang.gates;

import java.util.List;

/**
 * One requirement with its state (状态) and the tests that carry it.
 *
 * @param entry the requirement
 * @param state {@code done}, {@code partial}, {@code partial (needs: capability)} or {@code none}
 * @param tests all tests tagged with it, sorted by name
 */
public record RequirementLine(RequirementEntry entry, String state, List<TaggedTest> tests) {

    /** State: proven from outside. */
    public static final String DONE = "done";

    /** State: proven in parts, by unit tests only, or waiting for a capability. */
    public static final String PARTIAL = "partial";

    /** State: nothing that runs everywhere proves it. */
    public static final String NONE = "none";

    /** Whether it has tests, all of which need data outside the repository and so prove nothing everywhere. */
    public boolean onlyExternal() {
        return !tests.isEmpty() && tests.stream().allMatch(TaggedTest::external);
    }
}

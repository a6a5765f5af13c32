package xindang.gates;

import java.util.List;
import java.util.Set;

/**
 * A method that carries {@link Requirement}.
 *
 * @param className name within its package, nested classes joined by dots
 * @param method method name
 * @param ids requirement ids it names, in source order
 * @param tags JUnit tags of the method, its class and what encloses it
 * @param test whether JUnit would run it at all
 * @param disabled whether it is switched off by {@code @Disabled}
 */
public record TaggedTest(
        String className, String method, List<String> ids, Set<String> tags, boolean test, boolean disabled) {

    /** Class and method as the requirement page prints it. */
    public String name() {
        return className + "." + method;
    }

    /** What it sees of the system. */
    public TestKind kind() {
        return TestKind.of(tags);
    }

    /** Whether it needs data outside the repository. */
    public boolean external() {
        return tags.contains(TestTags.EXTERNAL);
    }

    /** Whether it may count for a requirement's state: it runs, and it runs everywhere. */
    public boolean counts() {
        return test && !disabled && !external();
    }
}

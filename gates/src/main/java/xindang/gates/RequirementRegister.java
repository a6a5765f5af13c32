package xindang.gates;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The register of requirements (需求登记): what each is proven by, computed from the tags on tests, never typed.
 *
 * <p>A requirement is <em>done</em> with at least one test from outside (acceptance, browser, command line) that runs
 * everywhere, <em>partial</em> with unit tests only, or when the capability it needs does not exist yet, otherwise
 * <em>none</em>.
 */
public final class RequirementRegister {

    /** Most ids on one test method. */
    public static final int MOST_IDS = 3;

    private final List<RequirementLine> lines;
    private final List<String> findings;

    private RequirementRegister(List<RequirementLine> lines, List<String> findings) {
        this.lines = lines;
        this.findings = findings;
    }

    /** The register of a repository whose modules are compiled, tests included. */
    public static RequirementRegister of(Path repository) {
        return of(
                RequirementsFile.read(repository),
                TaggedTests.ofRepository(repository),
                Capabilities.existing(repository));
    }

    /** The register of the given requirements, tagged tests and existing capability words. */
    public static RequirementRegister of(
            List<RequirementEntry> entries, List<TaggedTest> tests, Set<String> capabilities) {
        List<String> findings = new ArrayList<>(RequirementsFile.findings(entries));
        Map<String, RequirementEntry> byId = entries.stream()
                .collect(Collectors.toMap(RequirementEntry::id, Function.identity(), (first, again) -> first));
        tests.forEach(test -> addFindings(test, byId, findings));
        List<RequirementLine> lines = new ArrayList<>();
        for (RequirementEntry entry : entries) {
            List<TaggedTest> own = tests.stream()
                    .filter(test -> test.ids().contains(entry.id()))
                    .toList();
            addFindings(entry, own, capabilities, findings);
            lines.add(new RequirementLine(entry, state(entry, own), own));
        }
        return new RequirementRegister(List.copyOf(lines), List.copyOf(findings));
    }

    /** One line per requirement, in the order of the file. */
    public List<RequirementLine> lines() {
        return lines;
    }

    /** What must be repaired before the build may pass, each a sentence that says what to do. */
    public List<String> findings() {
        return findings;
    }

    private static String state(RequirementEntry entry, List<TaggedTest> tests) {
        if (tests.stream().noneMatch(TaggedTest::counts)) {
            return RequirementLine.NONE;
        }
        if (entry.needs() != null) {
            return RequirementLine.PARTIAL + " (needs: " + entry.needs() + ")";
        }
        boolean proven =
                tests.stream().anyMatch(test -> test.counts() && test.kind().fromOutside());
        return proven ? RequirementLine.DONE : RequirementLine.PARTIAL;
    }

    private static void addFindings(TaggedTest test, Map<String, RequirementEntry> byId, List<String> findings) {
        for (String id : test.ids()) {
            if (!byId.containsKey(id)) {
                findings.add(test.name() + " names " + id + ", which is not in " + RequirementsFile.PATH
                        + "; correct the id.");
            }
        }
        if (test.ids().isEmpty() || test.ids().size() > MOST_IDS) {
            findings.add(test.name() + " names " + test.ids().size() + " requirements; name 1 to " + MOST_IDS
                    + ", or split the test.");
        }
        if (!test.test()) {
            findings.add(test.name() + " carries @Requirement but is no test; make it a test or take the tag away.");
        }
        if (test.disabled()) {
            findings.add(test.name() + " carries @Requirement but is switched off; let it run or take the tag away.");
        }
    }

    private static void addFindings(
            RequirementEntry entry, List<TaggedTest> tests, Set<String> capabilities, List<String> findings) {
        String where = RequirementsFile.PATH + ": " + entry.id();
        String acceptance = entry.acceptance();
        if (!tests.isEmpty() && (acceptance == null || acceptance.isBlank())) {
            findings.add(where + " is tagged on " + tests.getFirst().name()
                    + " but has no acceptance sentence; write \"Given … when … then …\" there.");
        }
        String needs = entry.needs();
        if (needs == null) {
            return;
        }
        if (tests.stream().noneMatch(TaggedTest::counts)) {
            findings.add(where + " needs " + needs
                    + " but no test that runs everywhere proves its other part; write one or take \"needs\" away.");
        }
        if (capabilities.contains(needs)) {
            findings.add(where + " needs " + needs
                    + ", which exists by now; finish the requirement and take \"needs\" away.");
        }
    }
}

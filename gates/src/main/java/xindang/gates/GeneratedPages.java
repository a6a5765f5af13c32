package xindang.gates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/** The pages under {@code docs/} that are generated (生成页) and committed; the build fails when one is out of date. */
public final class GeneratedPages {

    private GeneratedPages() {}

    /** Path within the repository and text of every generated page; all modules must be compiled, tests included. */
    public static SequencedMap<String, String> of(Path repository) {
        SequencedMap<String, String> pages = new TreeMap<>();
        pages.put(RequirementsPage.PATH, RequirementsPage.text(RequirementRegister.of(repository)));
        pages.put(LicenceGate.PATH, LicenceGate.text(LicenceGate.libraries(repository)));
        pages.put(RulesPage.PATH, RulesPage.text(repository));
        return pages;
    }

    /** The pages that are missing or differ from what they should be, each with the way to mend it. */
    public static List<String> outdated(Path repository, Map<String, String> pages) throws IOException {
        List<String> outdated = new ArrayList<>();
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = repository.resolve(page.getKey());
            if (!Files.isRegularFile(file) || !Files.readString(file).equals(page.getValue())) {
                outdated.add(page.getKey() + " is out of date: run ./xindang docs and commit it.");
            }
        }
        return List.copyOf(outdated);
    }

    /** Writes all pages of the repository around the working folder; exits 1 with the findings if there are any. */
    public static void main(String[] arguments) throws IOException {
        Path repository = Modules.repository(Path.of(""));
        for (Map.Entry<String, String> page : of(repository).entrySet()) {
            Files.writeString(repository.resolve(page.getKey()), page.getValue(), StandardCharsets.UTF_8);
        }
        List<String> findings =
                new ArrayList<>(RequirementRegister.of(repository).findings());
        findings.addAll(LicenceGate.findings(LicenceGate.libraries(repository)));
        findings.forEach(System.err::println);
        if (!findings.isEmpty()) {
            System.exit(1);
        }
    }
}

package xindang.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import xindang.gates.Modules;
import xindang.gates.TrackedFiles;

/** The security checklist has every requirement of its standard once, and names only tests that there are. */
class SecurityChecklistTest {

    private static final Path REPOSITORY = Modules.repository(Path.of(""));

    /** Requirements of levels 1 and 2 in version 5.0.0 of the standard. */
    private static final int REQUIREMENTS = 253;

    private static final Pattern LINE = Pattern.compile(
            "\\| (\\d+\\.\\d+\\.\\d+) \\| [12] \\| (met|partly|open|operator|n/a) \\| (.*) \\| (.*?) ?\\|");

    @Test
    void lists_every_requirement_once_and_only_tests_that_exist() throws IOException {
        List<String> lines = Files.readAllLines(REPOSITORY.resolve("docs/security/asvs.md"));
        var found =
                lines.stream().map(LINE::matcher).filter(line -> line.matches()).toList();
        assertThat(found.stream().map(line -> line.group(1)).toList())
                .doesNotHaveDuplicates()
                .hasSize(REQUIREMENTS);
        List<String> files = TrackedFiles.in(REPOSITORY).stream()
                .map(file -> String.valueOf(file.getFileName()))
                .toList();
        List<String> named = found.stream()
                .flatMap(line ->
                        Pattern.compile("`([^`]+)`").matcher(line.group(4)).results())
                .map(name -> name.group(1).endsWith(".ts") ? name.group(1) : name.group(1) + ".java")
                .distinct()
                .toList();
        assertThat(files).containsAll(named);
    }

    @Test
    void says_what_is_missing_wherever_something_is() throws IOException {
        List<String> silent = Files.readAllLines(REPOSITORY.resolve("docs/security/asvs.md")).stream()
                .map(LINE::matcher)
                .filter(line -> line.matches()
                        && !line.group(2).equals("met")
                        && line.group(3).isBlank())
                .map(line -> line.group(1))
                .toList();
        assertThat(silent).isEmpty();
    }
}

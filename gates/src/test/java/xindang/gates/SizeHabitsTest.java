package xindang.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeHabitsTest {

    @TempDir
    private Path repository;

    @ParameterizedTest(name = "{0} of {1} lines")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            file,                     lines, too long
            a/src/Form.vue,           400,   false
            a/src/Form.vue,           401,   true
            a/src/columns.ts,         401,   true
            a/src/notes.md,           900,   false
            a/src/gen/api.ts,         900,   false
            schema/src/main/java/T.java, 900, false
            a/src/main/java/T.java,   401,   true""")
    void a_source_file_has_at_most_400_lines(String file, int lines, boolean tooLong) throws IOException {
        write(file, "// line\n".repeat(lines));
        assertThat(SizeHabits.findings(repository, List.of(Path.of(file)))).hasSize(tooLong ? 1 : 0);
    }

    @ParameterizedTest(name = "{0} statements after {1} lines of annotation")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            statements, annotation lines, too long
            38,         0,                false
            39,         0,                true
            38,         30,               false
            39,         30,               true""")
    void a_method_has_at_most_40_lines_without_its_annotations(int statements, int annotation, boolean tooLong)
            throws IOException {
        String table = "    @Deprecated(since = \"\"\n" + "        + \"x\"\n".repeat(annotation) + "    )\n";
        write(
                "T.java",
                "class T {\n" + table + "    void m() {\n" + "        m();\n".repeat(statements) + "    }\n}\n");
        List<String> findings = SizeHabits.findings(repository, List.of(Path.of("T.java")));
        if (tooLong) {
            assertThat(findings).singleElement().asString().contains("T.java:" + (annotation + 4), "m has 41 lines");
        } else {
            assertThat(findings).isEmpty();
        }
    }

    private void write(String file, String text) throws IOException {
        Path path = repository.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}

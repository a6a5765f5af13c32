package xindang.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSourcesTest {

    @TempDir
    private Path repository;

    @Test
    void a_book_is_read_in_order_with_revisions_kinds_and_first_sentences() throws IOException {
        source(
                "WarningRules",
                "new RuleBook<>(\n List.of(\n  new LateIsLate(),\n  new BigIsBig()),\n List.of(new LateIsLateRevision1()));");
        source("WarningKind", "LATE(\"lateness\"), BIG(\"size\");");
        rule("LateIsLate", 2, "LATE", "Late is {@code late} (AR-01). More text.");
        rule("LateIsLateRevision1", 1, "LATE", "Late was late.");
        rule("BigIsBig", 1, "BIG", "Big is\n * big.");
        var sources = new RuleSources(repository, "warning");
        assertThat(sources.inForce("WarningRules"))
                .containsExactly(
                        new RuleSources.Line("late-is-late@2", "lateness", "Late is late (AR-01)."),
                        new RuleSources.Line("big-is-big@1", "size", "Big is big."));
        assertThat(sources.earlier("WarningRules"))
                .containsExactly(new RuleSources.Line("late-is-late@1", "lateness", "Late was late."));
    }

    @Test
    void a_book_of_another_shape_fails_instead_of_losing_rules() throws IOException {
        source("WarningRules", "new RuleBook<>(rules(), List.of());");
        assertThatThrownBy(() -> new RuleSources(repository, "warning").inForce("WarningRules"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("WarningRules.java does not hold");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            comment                               | sentence
            One sentence.                         | One sentence.
            First 1.5 times. Second.              | First 1.5 times.
            Without an end                        | Without an end""")
    void the_first_sentence_ends_at_a_full_stop_before_a_blank(String comment, String sentence) {
        assertThat(RuleSources.sentence(comment)).isEqualTo(sentence);
    }

    private void rule(String name, int revision, String kind, String comment) throws IOException {
        source(
                "rules/" + name,
                "/** " + comment + " */\npublic final class " + name + " {\n RuleId.of(" + name + ".class, " + revision
                        + ")\n return WarningKind." + kind + ";\n}");
    }

    private void source(String name, String text) throws IOException {
        Path file = repository.resolve("engine/src/main/java/xindang/engine/warning/" + name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

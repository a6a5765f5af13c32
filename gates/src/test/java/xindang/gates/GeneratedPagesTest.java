package xindang.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedPagesTest {

    @TempDir
    private Path repository;

    @Test
    void a_missing_and_a_changed_page_are_out_of_date() throws IOException {
        Files.writeString(repository.resolve("same.md"), "text");
        Files.writeString(repository.resolve("changed.md"), "text by hand");
        assertThat(GeneratedPages.outdated(
                        repository, Map.of("same.md", "text", "changed.md", "text", "missing.md", "text")))
                .containsExactlyInAnyOrder(
                        "changed.md is out of date: run ./xindang docs and commit it.",
                        "missing.md is out of date: run ./xindang docs and commit it.");
    }
}

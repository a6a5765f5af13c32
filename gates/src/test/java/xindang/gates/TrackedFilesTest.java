package xindang.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackedFilesTest {

    @TempDir
    private Path repository;

    @Test
    void without_git_what_builds_and_editors_make_is_left_out() throws IOException {
        for (String file : new String[] {"pom.xml", "a/src/A.java", "a/target/A.class", ".xindang/log", ".idea/x"}) {
            Files.createDirectories(repository.resolve(file).getParent());
            Files.writeString(repository.resolve(file), "x");
        }
        assertThat(TrackedFiles.in(repository)).containsExactly(Path.of("a/src/A.java"), Path.of("pom.xml"));
    }

    @Test
    void this_repository_knows_its_own_root_pom() {
        assertThat(TrackedFiles.in(Modules.repository(Path.of("")))).contains(Path.of("pom.xml"));
    }
}

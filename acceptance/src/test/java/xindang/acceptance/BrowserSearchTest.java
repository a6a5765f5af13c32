package xindang.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserSearchTest {

    @TempDir
    private Path folder;

    @Test
    void the_first_chromium_of_the_path_is_taken_and_none_is_said_to_be_none() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path full = Files.createDirectory(folder.resolve("full"));
        Path chromium = Files.createFile(full.resolve("chromium"));
        String path = empty + File.pathSeparator + full;
        assertThat(Browser.executable(path)).as("not executable").isEmpty();
        assertThat(chromium.toFile().setExecutable(true)).isTrue();
        assertThat(Browser.executable(path)).contains(chromium);
        assertThat(Browser.executable(empty.toString())).isEmpty();
    }
}

package xindang.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import xindang.gates.HouseWords;
import xindang.gates.Modules;
import xindang.gates.TrackedFiles;

class HouseWordsTest {

    private static final Path REPOSITORY = Modules.repository(Path.of(""));

    @Test
    void no_tracked_file_has_marks_registries_or_folders_of_a_machine() {
        assertThat(HouseWords.findings(REPOSITORY, TrackedFiles.in(REPOSITORY))).isEmpty();
    }
}

package xindang.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import xindang.gates.Modules;
import xindang.gates.SizeHabits;
import xindang.gates.TrackedFiles;

class SizeHabitsTest {

    private static final Path REPOSITORY = Modules.repository(Path.of(""));

    @Test
    void files_and_methods_are_short_enough_to_know_ones_way() {
        assertThat(SizeHabits.findings(REPOSITORY, TrackedFiles.in(REPOSITORY))).isEmpty();
    }
}

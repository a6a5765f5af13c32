package xindang.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import xindang.gates.LicenceGate;
import xindang.gates.Modules;

class LicenceTest {

    private static final Path REPOSITORY = Modules.repository(Path.of(""));
    private static final List<LicenceGate.Library> LIBRARIES = LicenceGate.libraries(REPOSITORY);

    @Test
    void every_borrowed_library_has_a_fitting_licence() {
        assertThat(LicenceGate.findings(LIBRARIES)).isEmpty();
    }

    @Test
    void shipped_libraries_and_those_of_tests_are_both_seen() {
        assertThat(LIBRARIES).extracting(LicenceGate.Library::shipped).contains(true, false);
    }
}

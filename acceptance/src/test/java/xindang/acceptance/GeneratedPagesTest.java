package xindang.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import xindang.gates.GeneratedPages;
import xindang.gates.Modules;

class GeneratedPagesTest {

    private static final Path REPOSITORY = Modules.repository(Path.of(""));

    @Test
    void generated_pages_say_what_the_build_says() throws IOException {
        assertThat(GeneratedPages.outdated(REPOSITORY, GeneratedPages.of(REPOSITORY)))
                .isEmpty();
    }
}

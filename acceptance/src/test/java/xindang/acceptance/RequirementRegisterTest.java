package xindang.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import xindang.gates.Modules;
import xindang.gates.RequirementRegister;

class RequirementRegisterTest {

    private static final Path REPOSITORY = Modules.repository(Path.of(""));
    private static final RequirementRegister REGISTER = RequirementRegister.of(REPOSITORY);

    @Test
    void tags_and_requirements_fit_each_other() {
        assertThat(REGISTER.findings()).isEmpty();
    }

    @Test
    void all_400_requirements_stand_in_the_register() {
        assertThat(REGISTER.lines()).hasSize(400);
    }
}

package xindang.acceptance;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xindang.gates.ArchitectureRules;
import xindang.gates.Modules;

class ArchitectureTest {

    private static final Path REPOSITORY = Modules.repository(Path.of(""));
    private static final JavaClasses CLASSES = new ClassFileImporter().importPaths(Modules.classes(REPOSITORY));
    private static final ArchitectureRules RULES = new ArchitectureRules("xindang");

    @Test
    void the_engine_uses_only_the_language() {
        RULES.engineUsesOnlyTheLanguage().check(CLASSES);
    }

    @Test
    void the_engine_reads_no_clock_file_network_environment_or_chance() {
        RULES.engineIsPure().check(CLASSES);
    }

    @Test
    void the_engine_is_free_of_cycles() {
        RULES.engineIsFreeOfCycles().check(CLASSES);
    }

    /** Modules without sources yet are left out; one with sources must match classes. */
    static List<String> modules() {
        return ArchitectureRules.modules().stream()
                .filter(module -> Modules.hasSources(REPOSITORY, module))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_module_uses_only_what_it_may(String module) {
        RULES.usesOnlyWhatItMay(module).check(CLASSES);
    }

    @Test
    void money_is_never_a_binary_fraction() {
        RULES.moneyIsExact().check(CLASSES);
    }

    @Test
    void every_package_is_null_marked() {
        RULES.packagesAreNullMarked().check(CLASSES);
    }
}

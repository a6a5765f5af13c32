package xindang;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;
import xindang.gates.Capabilities;

class ModulesTest {

    private static final DescribedPredicate<JavaClass> LIBRARIES = describe(
            "belong to the plain libraries or the generated tables",
            type -> Stream.of("engine", "intake", "format", "assess", "proof", "schema", "gates", "suite")
                    .map(word -> "xindang." + word)
                    .anyMatch(name -> type.getPackageName().equals(name)
                            || type.getPackageName().startsWith(name + ".")));
    private static final ApplicationModules MODULES = ApplicationModules.of(XindangServer.class, LIBRARIES);
    private static final JavaClasses SERVER = new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void capabilities_use_only_those_they_may() {
        MODULES.verify();
    }

    @Test
    void every_module_is_a_capability_and_names_whom_it_uses() {
        assertThat(MODULES.stream().map(ApplicationModule::getIdentifier).map(Object::toString))
                .isNotEmpty()
                .isSubsetOf(Capabilities.WORDS);
        classes()
                .that()
                .haveSimpleName("package-info")
                .and()
                .resideInAPackage("xindang.*")
                .should()
                .beAnnotatedWith(org.springframework.modulith.ApplicationModule.class)
                .check(SERVER);
    }

    @Test
    void only_stores_see_tables() {
        noClasses()
                .that()
                .resideOutsideOfPackages("xindang..store", "xindang.platform.database")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jooq..", "xindang.schema..", "java.sql..", "org.springframework.jdbc..")
                .because("SQL is visible, typed, and lives in one place")
                .check(SERVER.that(describe(
                        "may not know SQL at all", type -> !type.getSimpleName().equals("ProblemAdvice"))));
    }

    @Test
    void controllers_live_in_rest_packages() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .and()
                .doNotHaveSimpleName("ErrorPage")
                .should()
                .resideInAPackage("xindang..rest")
                .check(SERVER);
        noClasses().should().beAnnotatedWith(Controller.class).check(SERVER);
    }
}

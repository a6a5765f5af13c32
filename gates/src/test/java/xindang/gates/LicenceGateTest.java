package xindang.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceGateTest {

    @TempDir
    private Path repository;

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            licences,                                 may be shipped, may be used by tests
            Apache-2.0,                               true,           true
            'The Apache Software License, Version 2.0', true,         true
            Apache License 2.0,                       true,           true
            MIT,                                      true,           true
            BSD-3-Clause,                             true,           true
            EPL-2.0,                                  true,           true
            LGPL-2.1-only,                            true,           true
            Unicode-3.0,                              true,           true
            ISC,                                      true,           true
            BlueOak-1.0.0,                            false,          true
            MPL-2.0,                                  false,          true
            GPL-2.0-with-classpath-exception,         false,          true
            GPL-2.0-only,                             false,          false
            AGPL-3.0-only,                            false,          false
            AGPL-3.0-only; Apache-2.0,                true,           true
            Something of Our Own,                     false,          false
            ,                                         false,          false""")
    void one_fitting_licence_is_enough(@Nullable String licences, boolean shipped, boolean tests) {
        List<String> choice = licences == null ? List.of() : Arrays.asList(licences.split("; ", -1));
        assertThat(LicenceGate.findings(List.of(new LicenceGate.Library("g:a:1", choice, true))))
                .hasSize(shipped ? 0 : 1);
        assertThat(LicenceGate.findings(List.of(new LicenceGate.Library("g:a:1", choice, false))))
                .hasSize(tests ? 0 : 1);
    }

    @Test
    void the_lists_of_all_modules_are_read_together() throws IOException {
        write(
                "a/target/libraries.json",
                component("org.x", "tool", "MPL-2.0") + "," + component("xindang", "own", "?"));
        write("b/target/libraries.json", component("org.x", "base", "Apache-2.0"));
        write("b/target/shipped.json", component("org.x", "base", "Apache-2.0"));
        List<LicenceGate.Library> libraries = LicenceGate.libraries(repository);
        assertThat(libraries)
                .containsExactly(
                        new LicenceGate.Library("org.x:base:1", List.of("Apache-2.0"), true),
                        new LicenceGate.Library("org.x:tool:1", List.of("MPL-2.0"), false));
        assertThat(LicenceGate.text(libraries))
                .endsWith("| org.x:base:1 | Apache-2.0 | shipped |\n| org.x:tool:1 | MPL-2.0 | build and tests |\n");
    }

    @Test
    void libraries_of_the_screens_come_from_the_lock_file() throws IOException {
        Files.createDirectories(repository.resolve("web"));
        Files.writeString(repository.resolve("web/package-lock.json"), """
                {"packages":{
                  "":{"name":"own","license":"?"},
                  "node_modules/vue":{"version":"3.5.45","license":"MIT"},
                  "node_modules/@a/b/node_modules/c":{"version":"2.0.0","license":"(MIT OR CC0-1.0)"},
                  "node_modules/tool":{"version":"1.0.0","license":"MPL-2.0","dev":true},
                  "node_modules/unstated":{"version":"1.0.0"}}}""");
        List<LicenceGate.Library> libraries = LicenceGate.libraries(repository);
        assertThat(libraries)
                .containsExactly(
                        new LicenceGate.Library("npm:c:2.0.0", List.of("MIT", "CC0-1.0"), true),
                        new LicenceGate.Library("npm:tool:1.0.0", List.of("MPL-2.0"), false),
                        new LicenceGate.Library("npm:unstated:1.0.0", List.of(), true),
                        new LicenceGate.Library("npm:vue:3.5.45", List.of("MIT"), true));
        assertThat(LicenceGate.findings(libraries))
                .singleElement()
                .asString()
                .contains("npm:unstated:1.0.0 is shipped");
    }

    private void write(String file, String components) throws IOException {
        Path path = repository.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "{\"components\":[" + components + "]}");
    }

    private static String component(String group, String name, String licence) {
        return """
                {"group":"%s","name":"%s","version":"1","licenses":[{"license":{"id":"%s"}}]}""".formatted(group, name, licence);
    }
}

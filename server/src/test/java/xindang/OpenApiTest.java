package xindang;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.mock.web.MockHttpServletRequest;
import xindang.gates.AcceptanceTest;
import xindang.gates.Modules;
import xindang.suite.Suite;

class OpenApiTest {

    private static final Path COMMITTED = Modules.repository(Path.of("")).resolve("openapi.yaml");

    @AcceptanceTest
    void the_committed_interface_is_that_of_the_code() throws Exception {
        String made = new String(
                Suite.server()
                        .part(OpenApiWebMvcResource.class)
                        .openapiYaml(
                                new MockHttpServletRequest("GET", "/v3/api-docs.yaml"),
                                "/v3/api-docs.yaml",
                                Locale.ROOT),
                StandardCharsets.UTF_8);
        if (Boolean.getBoolean("xindang.openapi.write")) {
            Files.writeString(COMMITTED, made);
        }
        assertThat(Files.readString(COMMITTED))
                .as("run ./xindang openapi and commit it")
                .isEqualTo(made);
    }
}

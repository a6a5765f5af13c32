package xindang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import xindang.gates.AcceptanceTest;
import xindang.gates.Capabilities;
import xindang.gates.Requirement;
import xindang.identity.Roles;
import xindang.platform.access.Open;
import xindang.platform.access.Right;
import xindang.suite.Suite;

class EndpointsTest {

    /** All endpoints of the server, without those of the library that writes openapi.yaml, which only tests have. */
    private static Map<RequestMappingInfo, HandlerMethod> ours() {
        var ours = new HashMap<>(
                Suite.server().part(RequestMappingHandlerMapping.class).getHandlerMethods());
        ours.values()
                .removeIf(endpoint -> endpoint.getBeanType().getPackageName().startsWith("org.springdoc"));
        return ours;
    }

    @AcceptanceTest
    @Requirement("SEC-01")
    void every_endpoint_declares_its_right_or_why_it_is_open() {
        assertThat(ours()).isNotEmpty();
        assertThat(ours().values())
                .allMatch(
                        endpoint ->
                                endpoint.hasMethodAnnotation(Right.class) != endpoint.hasMethodAnnotation(Open.class),
                        "has either @Right or @Open");
    }

    @Test
    void every_right_an_endpoint_names_is_one_some_role_has() {
        List<String> named = ours().values().stream()
                .filter(endpoint -> endpoint.hasMethodAnnotation(Right.class))
                .map(endpoint -> endpoint.getMethod().getAnnotation(Right.class).value())
                .filter(right -> !right.equals(Right.SIGNED_IN) && !right.equals(Right.DIRECTORY))
                .distinct()
                .toList();
        assertThat(named).isNotEmpty();
        assertThat(Roles.allRights()).containsAll(named).doesNotContain(Right.DIRECTORY);
    }

    @Test
    void addresses_begin_with_the_capability_word() {
        ours().forEach((address, endpoint) -> {
            for (String pattern : address.getPatternValues()) {
                if (!pattern.equals("/error")) {
                    assertThat(pattern).matches("/api/v1/[a-z]+(/.*)?");
                    assertThat(Capabilities.WORDS).contains(word(pattern));
                    assertThat(endpoint.getBeanType().getPackageName()).startsWith("xindang." + word(pattern));
                }
            }
        });
    }

    private static String word(String pattern) {
        return pattern.replaceFirst("/api/v1/([a-z]+).*", "$1");
    }
}

package xindang.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import xindang.gates.TestTags;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Contract;
import xindang.suite.Contract.Endpoint;
import xindang.suite.RunningServer;
import xindang.suite.Suite;
import xindang.suite.Values;

/**
 * Malformed and hostile input to every endpoint of the contract: each answer is one the contract knows, a refusal is a problem with
 * a code, and what is refused has written nothing.
 */
class HostileInputTest {

    private static final Contract CONTRACT = Contract.read();

    private static final int SHARES = 3;

    private static final String BADLY_SHAPED = "\ud800";

    /** Texts in place of any parameter. */
    private static final List<String> TEXTS = List.of(
            "",
            "0",
            "-1",
            "99999999999999999999",
            "1e400",
            "NaN",
            "null",
            "' or 1=1 --",
            "%_\\",
            "../../../etc/passwd",
            "${jndi:ldap://x/y}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "\u0000",
            "\u202e\u200b",
            "客".repeat(3_000),
            "=cmd|' /C calc'!A0");

    /** Values in place of any property of a body, as they stand in JSON. */
    private static final List<String> JSON = List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "99999999999999999999",
            "[]",
            "{}",
            "[[[[[]]]]]",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"' or 1=1 --\"",
            "\"2026-02-30\"",
            "\"${jndi:ldap://x/y}\"",
            "\"" + "长".repeat(20_000) + "\"");

    private static RunningServer server;
    private static ForeignWorld world;

    /** How all tables stood after the last refusal, which is how they stand before the next call; empty after an accepted one. */
    private static String known = "";

    /** {@link ForeignWorld#writes} before {@link #known} was looked at. */
    private static long written;

    @BeforeAll
    static void fill() throws Exception {
        server = Suite.untouchedButSetUp();
        world = ForeignWorld.fill(server, "HX7Q");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Endpoint> endpoints() {
        return CONTRACT.endpoints().stream().filter(endpoint -> !ForeignWorld.ENDLESS.contains(endpoint.path()));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    @Tag(TestTags.ACCEPTANCE)
    void parameters_may_hold_anything(Endpoint endpoint) {
        Client admin = server.admin();
        String path = world.paths(endpoint).getFirst();
        for (Contract.Parameter parameter : endpoint.in("query")) {
            for (String text : share(TEXTS, endpoint, parameter.name())) {
                mustBeCivil(
                        admin, endpoint, path + "?" + parameter.name() + "=" + Client.encoded(text), body(endpoint));
            }
        }
        for (Contract.Parameter parameter : endpoint.in("path")) {
            for (String text : share(TEXTS, endpoint, parameter.name())) {
                String hostile = endpoint.path()
                        .replace(
                                "{" + parameter.name() + "}",
                                Client.encoded(text).replace("+", "%20"))
                        .replaceAll("\\{[a-z]+}", "2");
                mustBeCivil(admin, endpoint, hostile, body(endpoint));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    @Tag(TestTags.ACCEPTANCE)
    void bodies_may_hold_anything(Endpoint endpoint) {
        if (endpoint.body() == null) {
            return;
        }
        Client admin = server.admin();
        String path = world.paths(endpoint).getFirst();
        Map<String, @Nullable Object> good = new Values(CONTRACT, world.customer()).object(endpoint.body());
        for (String name : good.keySet()) {
            for (String value : share(JSON, endpoint, name)) {
                mustBeCivil(admin, endpoint, path, with(good, name, value));
            }
        }
        for (String whole : List.of(
                "",
                "null",
                "[]",
                "7",
                "{",
                "{\"a\":",
                "[".repeat(5_000),
                "{\"a\":".repeat(3_000) + "1" + "}".repeat(3_000),
                "\"" + BADLY_SHAPED + "\"",
                "{\"unknown\":1}",
                "\ufeff{}",
                "x".repeat(300_000))) {
            mustBeCivil(admin, endpoint, path, whole);
        }
        for (String type : List.of("text/plain", "application/xml", "multipart/form-data", "nonsense", "*/*")) {
            String before = before();
            Answer answer = admin.send(endpoint.method(), path, "{}", Map.of("Content-Type", type));
            judge(endpoint + " as " + type, answer, before);
        }
    }

    /**
     * A third of the values, another one for each name, so that all of them meet every kind of place; all with
     * {@code -Dxindang.hostile=all}, as in the full tests.
     */
    private static List<String> share(List<String> values, Endpoint endpoint, String name) {
        if ("all".equals(System.getProperty("xindang.hostile"))) {
            return values;
        }
        int first = Math.floorMod((endpoint + name).hashCode(), SHARES);
        return IntStream.range(0, values.size())
                .filter(i -> i % SHARES == first)
                .mapToObj(values::get)
                .toList();
    }

    private static String with(Map<String, @Nullable Object> good, String name, String value) {
        var parts = new ArrayList<String>();
        new LinkedHashMap<>(good)
                .forEach((key, other) -> parts.add("\"" + key + "\":"
                        + (key.equals(name) ? value : JsonMapper.shared().writeValueAsString(other))));
        return "{" + String.join(",", parts) + "}";
    }

    private static @Nullable String body(Endpoint endpoint) {
        return endpoint.body() == null ? null : "{}";
    }

    private static void mustBeCivil(Client admin, Endpoint endpoint, String path, @Nullable String body) {
        String before = endpoint.method().equals("GET") ? "" : before();
        Answer answer = admin.send(endpoint.method(), path, body, Map.of("If-Match", "\"1\""));
        String call = endpoint + " as " + shortened(path) + " with " + shortened(String.valueOf(body));
        judge(call, answer, before);
    }

    private static String before() {
        return known.isEmpty() ? look() : known;
    }

    private static String look() {
        written = world.writes();
        return world.fingerprint();
    }

    private static void judge(String call, Answer answer, String before) {
        assertThat(answer.status()).as(call).isLessThan(500);
        if (answer.status() >= 400) {
            // Directories are told in the form of their own standard.
            boolean scim = answer.header("Content-Type").startsWith("application/scim+json");
            assertThat(answer.header("Content-Type"))
                    .as(call)
                    .startsWith(scim ? "application/scim+json" : "application/problem+json");
            assertThat(scim ? answer.text("/detail") : answer.code()).as(call).isNotBlank();
            if (!before.isEmpty()) {
                // Most refusals write nothing at all.
                known = world.writes() == written ? before : look();
                assertThat(known).as(call + " wrote though it was refused").isEqualTo(before);
                return;
            }
        }
        // What was accepted may have written, and a question may be on record.
        known = "";
    }

    private static String shortened(String text) {
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }
}

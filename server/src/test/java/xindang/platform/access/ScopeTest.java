package xindang.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import xindang.gates.Requirement;
import xindang.gates.TestTags;
import xindang.identity.Roles;
import xindang.identity.Users;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Contract;
import xindang.suite.RunningServer;
import xindang.suite.Suite;
import xindang.suite.Values;

/**
 * Every endpoint of the contract, called by strangers of another company and of another department who hold the right it takes, with
 * the ids of what is not theirs: nothing of it may come back, and nothing of it may change. New endpoints are in by themselves.
 */
class ScopeTest {

    /** In every name, number and key of the company that strangers must not see. */
    private static final String SECRET = "ZJ7Q";

    private static final Contract CONTRACT = Contract.read();

    private static RunningServer server;
    private static ForeignWorld world;

    @BeforeAll
    static void fill() throws Exception {
        server = Suite.untouchedButSetUp();
        world = ForeignWorld.fill(server, SECRET);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /**
     * The presets as strangers in a company beside and in a department beside: as many as take every right between them, with one who
     * only looks, one who keeps files of his own, and the one with the fewest rights; all that differ with
     * {@code -Dxindang.strangers=all}, as in the full tests. What is within reach hangs on the right and the node, never on the preset.
     */
    static Stream<String> strangers() {
        var differing = new TreeMap<String, String>();
        new TreeSet<>(Roles.NAMES)
                .forEach(role -> differing.putIfAbsent(new TreeSet<>(Roles.rights(role)).toString(), role));
        List<String> fewestLast = differing.values().stream()
                .sorted(Comparator.comparingInt(role -> -Roles.rights(role).size()))
                .toList();
        var chosen = new LinkedHashSet<String>();
        var covered = new HashSet<String>();
        for (String role : fewestLast) {
            if (covered.addAll(Roles.rights(role)) || "all".equals(System.getProperty("xindang.strangers"))) {
                chosen.add(role);
            }
        }
        chosen.addAll(List.of("auditor", "sales", fewestLast.getLast()));
        return chosen.stream()
                .flatMap(role -> Stream.of(role + " of another company", role + " of another department"));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    @Tag(TestTags.ACCEPTANCE)
    @Requirement({"ORG-01", "SEC-01"})
    void strangers_find_nothing_and_change_nothing(String stranger) {
        String role = stranger.substring(0, stranger.indexOf(' '));
        String node = stranger.endsWith("company") ? world.otherCompany() : world.otherDepartment();
        Client client =
                Users.add(server, stranger.replace(" of another ", "-of-").replace(" ", "-"), role, node);
        String before = world.fingerprint();
        var calls = new ArrayList<String>();
        for (Contract.Endpoint endpoint : CONTRACT.endpoints()) {
            if (!ForeignWorld.ENDLESS.contains(endpoint.path())) {
                calls.addAll(callsOf(client, endpoint, mayAsk(role, endpoint)));
            }
        }
        assertThat(calls).hasSizeGreaterThanOrEqualTo(CONTRACT.endpoints().size() - ForeignWorld.ENDLESS.size());
        assertThat(world.fingerprint()).isEqualTo(before);
    }

    private static boolean mayAsk(String role, Contract.Endpoint endpoint) {
        return endpoint.right() == null || Roles.rights(role).contains(endpoint.right());
    }

    /** Who lacks the right is turned away before anything he asks for is looked at, so once is enough. */
    private static List<String> callsOf(Client client, Contract.Endpoint endpoint, boolean mayAsk) {
        var calls = new ArrayList<String>();
        if (!mayAsk) {
            String path = world.paths(endpoint).getFirst();
            calls.add(mustTellNothing(client, endpoint, path, !path.equals(endpoint.path())));
            return calls;
        }
        for (String path : world.paths(endpoint)) {
            boolean foreign = !path.equals(endpoint.path());
            calls.add(mustTellNothing(client, endpoint, path, foreign));
            for (Contract.Parameter parameter : endpoint.in("query")) {
                for (String id : world.ids(parameter)) {
                    calls.add(mustTellNothing(
                            client, endpoint, path + "?" + parameter.name() + "=" + Client.encoded(id), foreign));
                }
            }
        }
        return calls;
    }

    private static String mustTellNothing(Client client, Contract.Endpoint endpoint, String path, boolean foreign) {
        String call = endpoint.method() + " " + path;
        if (path.contains(".xlsx") || path.endsWith(".zip")) {
            assertThat(unpacked(client.download(path))).as(call).doesNotContain(SECRET);
            return call;
        }
        String body = endpoint.body() == null
                ? null
                : JsonMapper.shared()
                        .writeValueAsString(new Values(CONTRACT, world.customer()).object(endpoint.body()));
        Answer answer = client.send(endpoint.method(), path, body, Map.of("If-Match", "\"1\""));
        assertThat(answer.status()).as(call).isLessThan(500);
        if (foreign && !ForeignWorld.FOR_ALL.contains(endpoint.path())) {
            assertThat(answer.status()).as(call).isGreaterThanOrEqualTo(400);
        }
        assertThat(answer.body()).as(call).doesNotContain(SECRET);
        boolean trail = path.startsWith("/audittrail/entries") && answer.status() == 200;
        String told = trail ? withoutQuestions(answer) : answer.body();
        assertThat(world.found(told, path + body + (trail ? world.typed() : "")))
                .as(call + " tells ids")
                .isEmpty();
        return call;
    }

    /** The trail of their own company tells strangers what they asked themselves. */
    private static String withoutQuestions(Answer answer) {
        var told = new StringBuilder();
        answer.json().at("/items").forEach(entry -> {
            if (!entry.at("/action").asString("").equals("audittrail.read")) {
                told.append(entry);
            }
        });
        return told.toString();
    }

    /** The texts inside a workbook; of a refusal, itself. */
    static String unpacked(byte[] answer) {
        String plain = new String(answer, StandardCharsets.UTF_8);
        if (!plain.startsWith("PK")) {
            return plain;
        }
        try {
            Path file = Files.write(Files.createTempFile(Path.of("target"), "workbook", ".xlsx"), answer);
            var texts = new StringBuilder();
            try (var zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    texts.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            Files.delete(file);
            return texts.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

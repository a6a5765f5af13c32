package xindang.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import xindang.customerfile.CustomerLine;
import xindang.engine.decision.Sha256;
import xindang.gates.Modules;
import xindang.gates.Requirement;
import xindang.gates.TestTags;
import xindang.identity.Users;
import xindang.integration.ImportWalk;
import xindang.platform.time.ClockMover;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

/** A ledger that went through the import is decided by the run on the database as the command decides its file. */
class SameAsAssessTest {

    private static final Path SAMPLE = Modules.repository(Path.of("")).resolve("docs/samples/ledger.csv");
    private static final List<String> BUCKETS =
            List.of("notDue", "d1_30", "d31_60", "d61_90", "d91_180", "d181_365", "dOver365");

    @TempDir
    Path folder;

    private RunningServer server;
    private Client client;
    private ImportWalk walk;
    private DSLContext db;

    @BeforeEach
    void start() throws SQLException, IOException {
        server = Suite.untouched();
        // Before every ledger, so that people have their roles on its day.
        server.part(ClockMover.class).begin(LocalDate.of(2019, 1, 1));
        client = Users.add(server.setUp(), "manager", "credit-manager");
        walk = new ImportWalk(client);
        db = server.db();
    }

    @AfterEach
    void stop() {
        walk.quiet();
        server.close();
    }

    @ParameterizedTest
    @Tag(TestTags.ACCEPTANCE)
    @ValueSource(strings = {"2025-08-31", "2025-12-31", "2026-10-31"})
    @Requirement("STD-12")
    void the_sample_is_decided_as_the_command_does(String asOf) throws Exception {
        same(SAMPLE, asOf);
    }

    @ParameterizedTest
    @Tag(TestTags.ACCEPTANCE)
    @Tag(TestTags.EXTERNAL)
    @ValueSource(strings = {"2019-06-30", "2020-05-20"})
    void a_ledger_of_another_house_is_decided_as_the_command_does(String asOf) throws Exception {
        String data = System.getenv("XINDANG_TEST_DATA");
        assumeTrue(data != null, "XINDANG_TEST_DATA is not set");
        same(Path.of(data, "ar_highradius", "open_items.csv"), asOf);
    }

    private void same(Path ledger, String asOf) throws Exception {
        Path result = assess(ledger, asOf);
        // The day of the ledger is today.
        server.part(ClockMover.class).begin(LocalDate.parse(asOf));
        client.signedIn("manager", RunningServer.PASSWORD);
        Answer uploaded = client.upload(
                "/integration/imports?kind=invoices",
                ledger.getFileName().toString(),
                Files.readAllBytes(ledger),
                Map.of());
        assertThat(uploaded.text("/state")).as(uploaded.body()).isEqualTo("mapped");
        String id = uploaded.text("/id");
        walk.done(client.post("/integration/imports/" + id + "/check", "{}"));
        walk.confirm(id, "good");
        walk.quietAfterAssessment();
        // Without the outcomes of the run behind the import the next one keeps every record again.
        db.execute("delete from insight_assessment");
        walk.done(client.post("/insight/assessments", "{\"asOf\":\"" + asOf + "\"}"));
        sameRecords(Files.readAllLines(result.resolve("decisions.jsonl")), asOf);
        sameFigures(Files.readAllLines(result.resolve("customers.csv")), asOf);
    }

    private Path assess(Path ledger, String asOf) throws IOException, InterruptedException {
        Path out = folder.resolve("result");
        Path log = folder.resolve("assess.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "xindang.assess.Main",
                        "assess",
                        ledger.toString(),
                        "--as-of",
                        asOf,
                        "--no-report",
                        "--quiet",
                        "--out",
                        out.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(out.resolve("decisions.jsonl")).as(Files.readString(log)).exists();
        return out;
    }

    /** Byte for byte, but for the run they name, whose inputs are a file there and a company here. */
    private void sameRecords(List<String> lines, String asOf) {
        var run = db.fetchSingle(
                "select id, sha256, header from platform_decision_run where as_of = ?::date order by id desc limit 1",
                asOf);
        String inputs = ",\"inputs\":\\[[^\\]]*\\]";
        assertThat(run.get("header", String.class).replaceAll(inputs, ""))
                .isEqualTo(lines.getFirst().replaceAll(inputs, ""));
        var expected = lines.stream()
                .skip(1)
                .filter(line -> line.startsWith("{\"decision\":\"assessment\""))
                .map(line -> inRun(line, run.get("sha256", String.class)))
                .sorted()
                .toList();
        List<String> stored = db
                .resultQuery("select record from platform_decision where run_id = ?", run.get("id"))
                .fetch(0, String.class)
                .stream()
                .sorted()
                .toList();
        assertThat(expected).isNotEmpty();
        assertThat(stored).isEqualTo(expected);
        assertThat(db.resultQuery("select sha256 from platform_decision where run_id = ?", run.get("id"))
                        .fetchSet(0, String.class))
                .allSatisfy(hash -> assertThat(expected).anyMatch(line -> line.contains(hash)));
    }

    private static String inRun(String line, String run) {
        String bare =
                line.replaceFirst("\"run\":\"[0-9a-f]{64}\",\"sha256\":\"[0-9a-f]{64}\"", "\"run\":\"" + run + "\"");
        int at = bare.indexOf("\"run\":\"" + run + "\"") + run.length() + 8;
        return bare.substring(0, at) + ",\"sha256\":\"" + Sha256.hex(bare) + "\"" + bare.substring(at);
    }

    /** Grade, limit, term, warnings in the list of customers, and ageing per bucket, as people see them. */
    private void sameFigures(List<String> lines, String asOf) {
        Map<String, String> numbers = db.fetch(
                        "select k.key, f.number from customerfile_key k join customerfile_file f on f.id = k.file_id")
                .intoMap(row -> row.get(0, String.class), row -> row.get(1, String.class));
        List<String> header = List.of(lines.getFirst().split(",", -1));
        Map<String, JsonNode> customers = pages("/customerfile/customers?limit=200", "/number");
        var ageing = new TreeMap<String, JsonNode>();
        for (JsonNode currency : client.get("/receivable/currencies").json().at("/items")) {
            pages("/receivable/ageing?limit=200&asOf=" + asOf + "&currency=" + currency.asString(), "/key/number")
                    .forEach((number, line) -> ageing.put(number + currency.asString(), line));
        }
        for (String text : lines.subList(1, lines.size())) {
            var line = new TreeMap<String, String>();
            List<String> cells = cells(text);
            header.forEach(name -> line.put(name, cells.get(header.indexOf(name))));
            String number = numbers.get(line.get("customer"));
            ageingLine(line, ageing.get(number + line.get("currency")));
            customerLine(line, Objects.requireNonNull(customers.get(number)));
        }
    }

    private static void ageingLine(Map<String, String> line, @Nullable JsonNode shown) {
        var expected = BUCKETS.stream().map(name -> text(line, name)).toList();
        boolean nothing = expected.stream().allMatch(amount -> amount.matches("[0.]+"));
        if (shown == null) {
            assertThat(nothing).as("%s is missing", line).isTrue();
            return;
        }
        assertThat(shown.at("/amounts").valueStream().map(JsonNode::asString).toList())
                .as(line.get("customer"))
                .isEqualTo(expected);
        assertThat(shown.at("/open").asString()).isEqualTo(line.get("open"));
        assertThat(shown.at("/overdue").asString()).isEqualTo(line.get("overdue"));
    }

    private static void customerLine(Map<String, String> line, JsonNode shown) {
        if (!shown.at("/open/currency").asString().equals(line.get("currency"))) {
            return;
        }
        assertThat(shown.at("/open/amount").asString()).isEqualTo(line.get("open"));
        assertThat(shown.at("/overdue/amount").asString()).isEqualTo(line.get("overdue"));
        assertThat(shown.at("/maxDaysPastDue").asString("0")).isEqualTo(orZero(text(line, "maxDaysPastDue")));
        String grade = shown.at("/grade/code").asString("");
        assertThat(grade.isEmpty() ? "" : grade)
                .as("%s", line)
                .isEqualTo(text(line, "grade").replace("not-rated", ""));
        String limit = shown.at("/limit/amount/amount").asString("");
        assertThat(limit.isEmpty() ? shown.at("/limit/state").asString() : limit)
                .isEqualTo(line.get("suggestedLimit"));
        assertThat(shown.at("/termDays").asString("")).isEqualTo(line.get("suggestedTerm"));
        String warnings = text(line, "warnings");
        assertThat(shown.at("/warning/count").asString("0"))
                .isEqualTo(warnings.isEmpty() ? "0" : Integer.toString(warnings.split(";", -1).length));
        String worst = CustomerLine.LEVELS.reversed().stream()
                .filter(level -> warnings.startsWith(level + ":") || warnings.contains(";" + level + ":"))
                .findFirst()
                .orElse("");
        assertThat(shown.at("/warning/level").asString("")).isEqualTo(worst);
    }

    private static String text(Map<String, String> line, String column) {
        return Objects.requireNonNull(line.get(column), column);
    }

    private static String orZero(String text) {
        return text.isEmpty() ? "0" : text;
    }

    private Map<String, JsonNode> pages(String path, String key) {
        var all = new TreeMap<String, JsonNode>();
        String cursor = "";
        do {
            JsonNode page = client.get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .json();
            page.at("/items").forEach(item -> all.put(item.at(key).asString(), item));
            cursor = page.at("/next").asString("");
        } while (!cursor.isEmpty());
        return all;
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}

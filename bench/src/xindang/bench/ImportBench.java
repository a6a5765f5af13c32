package xindang.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import baseline.CopyItems;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * P9: confirming an import on a running server against COPY of the same items into a table with the same indexes of the same
 * database: {@code ImportBench ADDRESS SETUP-CODE DATA-FOLDER LEDGER REPEAT PID}. The server's data folder is new.
 */
public final class ImportBench {

    private static final String JSON = "application/json";
    private static final String PASSWORD = "quiet river stones 9";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI address;

    private ImportBench(String address) {
        this.address = URI.create(address);
    }

    /** Sets the server up and takes the samples, by turns. */
    public static void main(String[] args) throws Exception {
        var bench = new ImportBench(args[0]);
        bench.setUp(args[1]);
        Path ledger = Path.of(args[3]);
        try (var copy = new CopyItems(Path.of(args[2]))) {
            for (int i = 0; i < Integer.parseInt(args[4]); i++) {
                copy.clear();
                bench.importOnce(ledger, copy, args[5]);
                copy.once();
            }
        }
    }

    private void setUp(String code) throws IOException, InterruptedException {
        ask("GET", "/identity/setup", null, JSON);
        ask("POST", "/identity/setup", """
                {"code":"%s","company":{"name":"bench"},"admin":{"login":"bench","name":"bench","password":"%s"}}""".formatted(code, PASSWORD).getBytes(UTF_8), JSON);
        signIn("bench");
        String node = ask("GET", "/identity/session", null, JSON).at("/node/id").asString();
        ask("POST", "/identity/users", """
                {"login":"specialist","name":"specialist","role":"credit-specialist","node":"%s","password":"%s"}""".formatted(node, "first " + PASSWORD).getBytes(UTF_8), JSON);
        ask("POST", "/identity/session", """
                {"login":"specialist","password":"%s","newPassword":"%s"}""".formatted("first " + PASSWORD, PASSWORD).getBytes(UTF_8), JSON);
    }

    private void signIn(String login) throws IOException, InterruptedException {
        ask("POST", "/identity/session", "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, PASSWORD).getBytes(UTF_8), JSON);
    }

    private static byte[] form(Path file) throws IOException {
        var form = new ByteArrayOutputStream();
        form.write("--mark\r\nContent-Disposition: form-data; name=\"file\"; filename=\"ledger.csv\"\r\n\r\n".getBytes(UTF_8));
        form.write(Files.readAllBytes(file));
        form.write("\r\n--mark--\r\n".getBytes(UTF_8));
        return form.toByteArray();
    }

    private void importOnce(Path ledger, CopyItems copy, String pid) throws Exception {
        String id = ask("POST", "/integration/imports?kind=invoices", form(ledger), "multipart/form-data; boundary=mark")
                .at("/id").asString();
        job(ask("POST", "/integration/imports/" + id + "/check", new byte[0], JSON));
        System.out.println("load " + load());
        JsonNode done = job(ask("POST", "/integration/imports/" + id + "/confirm", "{\"mode\":\"good\"}".getBytes(UTF_8), JSON));
        Duration took = Duration.between(
                OffsetDateTime.parse(done.at("/startedAt").asString()), OffsetDateTime.parse(done.at("/finishedAt").asString()));
        long rows = done.at("/result/facts/itemsNew").asLong();
        quiet();
        if (rows == 0 || rows != copy.rows()) {
            throw new IllegalStateException(rows + " rows came in, the table holds " + copy.rows());
        }
        String peak = Files.readAllLines(Path.of("/proc", pid, "status")).stream()
                .filter(line -> line.startsWith("VmHWM")).map(line -> line.replaceAll("\\D", "")).findFirst().orElse("0");
        System.out.printf(Locale.ROOT, "sample ours %.1f 0 %s%n", rows * 1000.0 / took.toMillis(), peak);
        System.out.printf(Locale.ROOT, "import of %d rows in %d ms%n", rows, took.toMillis());
    }

    private static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
    }

    private JsonNode job(JsonNode submitted) throws IOException, InterruptedException {
        while (true) {
            JsonNode job = ask("GET", "/platform/jobs/" + submitted.at("/id").asString(), null, JSON);
            if (!job.at("/finishedAt").asString("").isEmpty()) {
                if (!job.at("/state").asString().equals("done")) {
                    throw new IllegalStateException(job.toString());
                }
                return job;
            }
            Thread.sleep(100);
        }
    }

    /** The run behind an import must not slow the baseline down. */
    private void quiet() throws IOException, InterruptedException {
        while (ask("GET", "/platform/jobs", null, JSON).toString().matches(".*\"(queued|running)\".*")) {
            Thread.sleep(200);
        }
    }

    private JsonNode ask(String method, String path, byte[] body, String type) throws IOException, InterruptedException {
        String token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN")).map(HttpCookie::getValue).findFirst().orElse("");
        var request = HttpRequest.newBuilder(address.resolve("/api/v1" + path)).header("Content-Type", type).header("X-XSRF-TOKEN", token)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body)).build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }
}

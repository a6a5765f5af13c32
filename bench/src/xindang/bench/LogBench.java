package xindang.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Commands per second of the product against the same server without a log, by turns:
 * {@code LogBench REPEAT OURS-ADDRESS OURS-CODE BASELINE-ADDRESS BASELINE-CODE}. A command opens a customer file. At the end the
 * trail of ours must hold an entry for each, that of the baseline none.
 */
public final class LogBench {

    private static final String FIRST = "quiet river stones 1";
    private static final String PASSWORD = "seven slow clouds 7";
    private static final int CLIENTS = 4;
    private static final Duration WARM = Duration.ofSeconds(15);
    private static final Duration SAMPLE = Duration.ofSeconds(10);

    private final String side;
    private final URI address;
    private final List<User> users = new ArrayList<>();
    private final AtomicLong opened = new AtomicLong();

    private LogBench(String side, String address, String code) throws IOException, InterruptedException {
        this.side = side;
        this.address = URI.create(address);
        var admin = new User(this.address);
        admin.ask("GET", "/identity/setup", null);
        admin.ask("POST", "/identity/setup", """
                {"code":"%s","company":{"name":"bench"},"admin":{"login":"bench","name":"bench","password":"%s"}}""".formatted(code, PASSWORD));
        admin.signIn("bench");
        String node = admin.ask("GET", "/identity/session", null).at("/node/id").asString();
        admin.ask("POST", "/identity/users", """
                {"login":"manager","name":"manager","role":"credit-manager","node":"%s","password":"%s"}""".formatted(node, FIRST));
        var manager = new User(this.address);
        manager.ask("GET", "/identity/setup", null);
        manager.ask("POST", "/identity/session", """
                {"login":"manager","password":"%s","newPassword":"%s"}""".formatted(FIRST, PASSWORD));
        for (int i = 0; i < CLIENTS; i++) {
            var user = new User(this.address);
            user.ask("GET", "/identity/setup", null);
            user.signIn("manager");
            users.add(user);
        }
        users.add(admin);
    }

    /** Sets both up and takes the samples, by turns. */
    public static void main(String[] args) throws Exception {
        var ours = new LogBench("ours", args[1], args[2]);
        var baseline = new LogBench("anchor", args[3], args[4]);
        ours.run(WARM);
        baseline.run(WARM);
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            for (LogBench one : i % 2 == 0 ? List.of(baseline, ours) : List.of(ours, baseline)) {
                System.out.println("load " + Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
                System.out.printf(Locale.ROOT, "sample %s %.1f 0 0%n", one.side, one.run(SAMPLE));
            }
        }
        ours.check(ours.opened.get());
        baseline.check(0);
    }

    private double run(Duration length) throws InterruptedException {
        long start = System.nanoTime();
        long end = start + length.toNanos();
        long before = opened.get();
        var threads = new ArrayList<Thread>();
        for (User user : users.subList(0, CLIENTS)) {
            threads.add(Thread.ofPlatform().start(() -> {
                while (System.nanoTime() < end) {
                    user.ask("POST", "/customerfile/customers", "{\"name\":\"" + side + " " + opened.incrementAndGet() + "\"}");
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return (opened.get() - before) * 1e9 / (System.nanoTime() - start);
    }

    private void check(long entries) throws InterruptedException {
        User admin = users.getLast();
        JsonNode page = admin.ask("GET", "/audittrail/entries?action=customerfile.open&limit=1", null);
        boolean any = !page.at("/items").isEmpty();
        if (any != entries > 0) {
            throw new IllegalStateException(side + ": the trail is not what this side should have");
        }
        System.out.println(side + ": " + opened.get() + " customer files opened, entries in the trail: " + (any ? "yes" : "none"));
    }

    /** Somebody with a session. */
    private static final class User {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();
        private final URI address;

        User(URI address) {
            this.address = address;
        }

        void signIn(String login) {
            ask("POST", "/identity/session", "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, PASSWORD));
        }

        JsonNode ask(String method, String path, String body) {
            String token = cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN")).map(HttpCookie::getValue).findFirst().orElse("");
            var request = HttpRequest.newBuilder(address.resolve("/api/v1" + path)).header("Content-Type", "application/json")
                    .header("X-XSRF-TOKEN", token)
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body.getBytes(UTF_8))).build();
            try {
                var answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() >= 300) {
                    throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
                }
                return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Lists under load (列表性能): {@code fill JDBC-URL NODE CUSTOMERS ITEMS} fills a company, {@code load SERVER LOGIN PASSWORD}
 * asks a running server and prints p50 and p95 in milliseconds. See README.md.
 */
public final class ListBench {

    private static final int WARM_UP = 10;
    private static final int REQUESTS = 50;

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();
    private final String server;

    private ListBench(String server) {
        this.server = server + "/api/v1";
    }

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "fill" -> fill(arguments[1], arguments[2], arguments[3], arguments[4]);
            case "load" -> new ListBench(arguments[1]).load(arguments[2], arguments[3]);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void fill(String url, String node, String customers, String items) throws Exception {
        String script = Files.readString(Path.of("bench/lists/fill.sql"))
                .replace(":node", node)
                .replace(":customers", customers)
                .replace(":items", items);
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (String part : script.split(";\\s*\n")) {
                long start = System.nanoTime();
                statement.execute(part);
                String title = part.strip().lines().filter(line -> !line.startsWith("--")).findFirst().orElse("");
                System.out.printf("%6d ms  %.60s%n", (System.nanoTime() - start) / 1_000_000, title);
            }
            statement.execute("analyze");
        }
    }

    private void load(String login, String password) throws Exception {
        get("/identity/setup");
        String token = http.cookieHandler().orElseThrow() instanceof CookieManager jar
                ? jar.getCookieStore().getCookies().stream()
                        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                        .findFirst()
                        .orElseThrow()
                        .getValue()
                : "";
        var signIn = HttpRequest.newBuilder(URI.create(server + "/identity/session"))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", token)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}"))
                .build();
        if (http.send(signIn, HttpResponse.BodyHandlers.ofString()).statusCode() != 200) {
            throw new IllegalStateException("sign-in failed");
        }
        lists();
        receivables();
    }

    private void lists() throws Exception {
        String list = "/customerfile/customers";
        measure("customers, first page", list + "?sort=-overdue");
        measure("customers, by name", list + "?sort=name");
        measure("customers, page 100", list + "?sort=-overdue&cursor=" + deep(list + "?sort=-overdue"));
        measure("customers, filtered", list + "?sort=-overdue&grade=AA&warning=severe");
        measure("customers, narrow filter", list + "?sort=number&usageMin=0.9999&grade=C");
        measure("customers, text, few", list + "?q=" + text("宏通12") + "&sort=-overdue");
        measure("customers, text, most", list + "?q=" + text("有限公司") + "&sort=-overdue");
        measure("customers, sums", list + "/sums");
        measure("search, two letters", "/platform/search?q=" + text("宏通"));
        measure("search, four letters", "/platform/search?q=" + text("重庆宏通"));
        measure("search, pinyin", "/platform/search?q=cqht");
        measure("search, number", "/platform/search?q=0123456");
        measure("search, invoice", "/platform/search?q=fp00123456");
        measure("distribution", "/insight/distribution");
    }

    private void receivables() throws Exception {
        String ageing = "/receivable/ageing";
        LocalDate past = LocalDate.now().minusDays(100);
        long start = System.nanoTime();
        get(ageing);
        System.out.printf("%-28s %6d ms%n", "ageing today, made", (System.nanoTime() - start) / 1_000_000);
        start = System.nanoTime();
        get(ageing + "?asOf=" + past);
        System.out.printf("%-28s %6d ms%n", "ageing a past day, made", (System.nanoTime() - start) / 1_000_000);
        measure("ageing, today", ageing);
        measure("ageing, past day", ageing + "?asOf=" + past);
        measure("ageing, by name", ageing + "?sort=name");
        measure("ageing, page 100", ageing + "?sort=-overdue&cursor=" + deep(ageing + "?sort=-overdue"));
        measure("ageing, totals", ageing + "/totals?asOf=" + past);
        String customer = first(get(ageing), "\"id\":\"([0-9a-f-]{36})\"");
        measure("items of a customer", "/receivable/items?sort=-open&customer=" + customer);
        measure("items, newest", "/receivable/items");
        measure("items, open", "/receivable/items?open=true");
        measure("items, open, by due day", "/receivable/items?open=true&sort=due&currency=CNY");
    }

    private String deep(String path) throws Exception {
        String cursor = "";
        for (int page = 0; page < 100; page++) {
            cursor = first(get(path + "&cursor=" + cursor), "\"next\":\"([^\"]+)\"");
        }
        return cursor;
    }

    private void measure(String name, String path) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            get(path);
        }
        var nanos = new long[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            long start = System.nanoTime();
            get(path);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%-28s p50 %6d ms  p95 %6d ms%n",
                name, nanos[REQUESTS / 2] / 1_000_000, nanos[REQUESTS * 95 / 100] / 1_000_000);
    }

    private String get(String path) throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(server + path)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static String text(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String first(String body, String pattern) {
        var found = Pattern.compile(pattern).matcher(body);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern);
        }
        return found.group(1);
    }
}

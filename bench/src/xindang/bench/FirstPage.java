package xindang.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Starts the server and waits for its first page with a row of the database: {@code FirstPage LAUNCHER DATA}. The first start
 * of a folder also sets it up and prints no sample; every later one prints seconds, CPU-seconds and peak resident memory of the
 * Java process when the page is there, and the share of memory that its PostgreSQL holds.
 */
public final class FirstPage {

    private static final Pattern READY = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{4}(-[A-Z0-9]{4}){3}");
    private static final String LOGIN = "bench";
    private static final String PASSWORD = "quiet river stones 3";
    private static final long TICKS_PER_SECOND = 100;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private URI server = URI.create("http://127.0.0.1");

    private FirstPage() {}

    /** Takes one sample. */
    public static void main(String[] args) throws Exception {
        new FirstPage().run(args[0], Path.of(args[1]));
    }

    private void run(String launcher, Path data) throws Exception {
        boolean first = Files.notExists(data);
        // Loading our own client is no part of the server's start.
        http.hashCode();
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(launcher, "start", "--data", data.toString(), "--port", "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String code = untilReady(lines);
            if (first) {
                send("GET", "/api/v1/identity/setup", "");
                send("POST", "/api/v1/identity/setup", """
                        {"code":"%s","company":{"name":"Bench"},"admin":{"login":"%s","name":"Bench","password":"%s"}}"""
                        .formatted(code, LOGIN, PASSWORD));
                return;
            }
            send("GET", "/", "");
            send("POST", "/api/v1/identity/session", """
                    {"login":"%s","password":"%s"}""".formatted(LOGIN, PASSWORD));
            String page = send("GET", "/api/v1/identity/users?limit=50", "");
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (!page.contains("\"login\":\"" + LOGIN + "\"")) {
                throw new IOException("no row on the page: " + page);
            }
            System.out.printf(
                    Locale.ROOT, "sample ours %.3f %.2f %d%n", seconds, cpuSeconds(process), peakResidentKib(process));
            System.out.printf(Locale.ROOT, "control postgres %d%n", databaseKib(data));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private String untilReady(BufferedReader lines) throws IOException {
        String code = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher found = CODE.matcher(line);
            if (found.find()) {
                code = found.group();
            }
            Matcher address = READY.matcher(line);
            if (address.find()) {
                server = URI.create(address.group());
                return code;
            }
        }
        throw new IOException("the server did not start");
    }

    private String send(String method, String path, String json) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (!json.isEmpty()) {
            request.header("Content-Type", "application/json").header("X-XSRF-TOKEN", token());
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(method + " " + path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** The launcher replaces itself by Java, so its process is Java's. */
    private static double cpuSeconds(Process process) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / (double) TICKS_PER_SECOND;
    }

    private static long peakResidentKib(Process process) throws IOException {
        return kib(Path.of("/proc/" + process.pid() + "/status"), "VmHWM:");
    }

    /** Proportional shares of all processes of the data folder's PostgreSQL: what they share counts once. */
    private static long databaseKib(Path data) throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postgresql/postmaster.pid"))
                .getFirst()
                .strip());
        ProcessHandle server = ProcessHandle.of(postmaster).orElseThrow();
        long sum = 0;
        for (ProcessHandle each : Stream.concat(Stream.of(server), server.descendants()).toList()) {
            sum += kib(Path.of("/proc/" + each.pid() + "/smaps_rollup"), "Pss:");
        }
        return sum;
    }

    private static long kib(Path file, String key) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }
}

package xindang.demo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person at a screen of the demonstration (演示用户的操作): calls the server's own interface, as a browser does. */
final class DemoClient implements AutoCloseable {

    private static final String BASE = "/api/v1";
    private static final String BOUNDARY = "----xindang-demonstration";
    private static final long PAUSE_MILLIS = 50;

    private final URI server;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    /** Version of the object that was answered last, for a change of it. */
    private String tag = "";

    /** A client of the server on this machine; nobody is signed in. */
    DemoClient(String host, int port) {
        // Who listens on all addresses is reached by that of the machine itself.
        String address = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
        this.server = URI.create("http://" + (address.contains(":") ? "[" + address + "]" : address) + ":" + port);
    }

    /** Signs in; the same client may sign in anew as somebody else. */
    DemoClient signIn(String login, String password) throws IOException {
        send("POST", "/identity/session", Map.of("login", login, "password", password));
        return this;
    }

    /** Signs in for the first time and replaces the password that the administrator gave. */
    DemoClient signInFirst(String login, String first, String password) throws IOException {
        send("POST", "/identity/session", Map.of("login", login, "password", first, "newPassword", password));
        return this;
    }

    /** Asks. */
    JsonNode get(String path) throws IOException {
        return send("GET", path, "", new byte[0]);
    }

    /** Sends JSON and answers what comes back; a refusal is a fault of the demonstration. */
    JsonNode send(String method, String path, Object body) throws IOException {
        return send(
                method,
                path,
                "application/json",
                JsonMapper.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a CSV file as a form does. */
    JsonNode upload(String path, String name, String csv) throws IOException {
        String form = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + csv + "\r\n--" + BOUNDARY + "--\r\n";
        return send("POST", path, "multipart/form-data; boundary=" + BOUNDARY, form.getBytes(StandardCharsets.UTF_8));
    }

    /** Waits until a job is done and answers the facts of its result. */
    JsonNode await(JsonNode job) throws IOException {
        String id = job.at("/id").asString();
        while (true) {
            JsonNode now = get("/platform/jobs/" + id);
            switch (now.at("/state").asString()) {
                case "done" -> {
                    return now.at("/result/facts");
                }
                case "queued", "running" -> pause();
                default -> throw new IOException(now.at("/title").asString() + ": " + now);
            }
        }
    }

    private JsonNode send(String method, String path, String type, byte[] body) throws IOException {
        if (!method.equals("GET") && token().isEmpty()) {
            get("/identity/setup");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(BASE + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type).header("X-XSRF-TOKEN", token());
        }
        if (!tag.isEmpty() && (method.equals("PATCH") || path.equals("/calendar/imports"))) {
            request.header("If-Match", tag);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            tag = answer.headers().firstValue("ETag").orElse("");
            return JsonMapper.shared().readTree(answer.body().isEmpty() ? "null" : answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

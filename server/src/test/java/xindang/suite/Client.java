package xindang.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client of the server with cookies of its own, such as a browser. Paths begin below {@code /api/v1}. */
public final class Client {

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI server;

    /** A client that has seen nothing of the server yet. */
    public Client(int port) {
        this.server = URI.create("http://127.0.0.1:" + port);
    }

    /** Signs in and stays so. */
    public Client signedIn(String login, String password) {
        Answer answer = post("/identity/session", "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}");
        if (answer.status() != 200) {
            throw new AssertionError("sign-in of " + login + ": " + answer.status() + " " + answer.code());
        }
        return this;
    }

    /** Signs in for the first time, with a new password, and stays so. */
    public Client signedInFirst(String login, String first, String password) {
        Answer answer = post("/identity/session", """
                {"login":"%s","password":"%s","newPassword":"%s"}""".formatted(login, first, password));
        if (answer.status() != 200) {
            throw new AssertionError("first sign-in of " + login + ": " + answer.status() + " " + answer.body());
        }
        return this;
    }

    /** The same with the cookies of another client, which may talk to another process. */
    public Client withCookiesOf(Client other) {
        other.cookies
                .getCookieStore()
                .get(other.server)
                .forEach(cookie -> cookies.getCookieStore().add(server, cookie));
        return this;
    }

    /** Asks. */
    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    /** Posts JSON. */
    public Answer post(String path, String json) {
        return send("POST", path, json, Map.of());
    }

    /** Deletes. */
    public Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    /** Sends anything; what changes something carries the token against forged requests. */
    public Answer send(String method, String path, @Nullable String body, Map<String, String> headers) {
        if (!method.equals("GET") && token().isEmpty()) {
            get("/identity/setup");
        }
        return sendAsIs(method, path, body, withToken(method, headers));
    }

    /** Sends exactly what is given. */
    public Answer sendAsIs(String method, String path, @Nullable String body, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        if (body != null) {
            all.putIfAbsent("Content-Type", "application/json");
        }
        return exchange(method, path, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body), all);
    }

    /** Posts a file as a form does. */
    public Answer upload(String path, String name, byte[] content, Map<String, String> headers) {
        if (token().isEmpty()) {
            get("/identity/setup");
        }
        var head = "--boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        var body = BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofByteArray(content),
                BodyPublishers.ofString("\r\n--boundary--\r\n"));
        var all = withToken("POST", headers);
        all.put("Content-Type", "multipart/form-data; boundary=boundary");
        return exchange("POST", path, body, all);
    }

    /** Gets the bytes of a file. */
    public byte[] download(String path) {
        return send(HttpRequest.newBuilder(server.resolve("/api/v1" + path)).build(), BodyHandlers.ofByteArray())
                .body();
    }

    /** Posts something and gets the bytes of the answer. */
    public byte[] downloadBy(String path, String json) {
        if (token().isEmpty()) {
            get("/identity/setup");
        }
        var request = HttpRequest.newBuilder(server.resolve("/api/v1" + path))
                .POST(BodyPublishers.ofString(json))
                .header("Content-Type", "application/json");
        withToken("POST", Map.of()).forEach(request::header);
        return send(request.build(), BodyHandlers.ofByteArray()).body();
    }

    private Answer exchange(String method, String path, BodyPublisher body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(server.resolve("/api/v1" + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        headers.forEach(request::header);
        var response = send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A text as part of an address. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The value of a cookie, or nothing as an empty text. */
    public String cookie(String name) {
        return cookies.getCookieStore().get(server).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private String token() {
        return cookie("XSRF-TOKEN");
    }

    private Map<String, String> withToken(String method, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        if (!method.equals("GET")) {
            all.putIfAbsent("X-XSRF-TOKEN", token());
        }
        return all;
    }
}

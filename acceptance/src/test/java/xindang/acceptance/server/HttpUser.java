package xindang.acceptance.server;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Somebody who works with the server over HTTP (接口使用者), with cookies as a browser has them. */
final class HttpUser implements AutoCloseable {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI server;

    HttpUser(URI server) {
        this.server = server;
    }

    /** Signs in and stays so. */
    static HttpUser signedIn(URI server, String login, String password) throws IOException, InterruptedException {
        var user = new HttpUser(server);
        user.get("/identity/setup");
        HttpResponse<String> answer =
                user.post("/identity/session", "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, password));
        if (answer.statusCode() != 200) {
            throw new AssertionError("sign-in: " + answer.statusCode() + " " + answer.body());
        }
        return user;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    byte[] download(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofByteArray()).body();
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", token())
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve("/api/v1" + path)).timeout(Duration.ofSeconds(30));
    }

    private String token() {
        return cookies.getCookieStore().get(server).stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

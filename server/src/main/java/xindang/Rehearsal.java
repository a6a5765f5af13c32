package xindang;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xindang.identity.SetUp;

/**
 * What a training run does on an empty data folder before it stops (启动缓存训练): first set-up, sign-in, a page, some lists.
 * What it has gone through is in the start-up cache, loaded and measured; the launcher makes that cache.
 */
final class Rehearsal {

    /** Often enough for the virtual machine to see what is used much. */
    private static final int ROUNDS = 20;

    private static final List<String> PAGES = List.of(
            "/", "/icon.svg", "/api/v1/identity/session", "/api/v1/identity/users?limit=50", "/api/v1/platform/jobs");

    private final String server;
    private final SetUp setUp;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

    Rehearsal(int port, SetUp setUp) {
        this.server = "http://127.0.0.1:" + port;
        this.setUp = setUp;
    }

    /** Goes through it; an answer that is no success is a fault of the program, so that no cache is made of it. */
    void run() {
        CookieHandler.setDefault(cookies);
        try {
            String code = setUp.newCode().orElseThrow();
            // Nobody else ever sees this installation, and it is gone in a moment; the code serves as password too.
            ask("GET", "/api/v1/identity/setup", null);
            ask("POST", "/api/v1/identity/setup", """
                    {"code":"%s","company":{"name":"排练"},"admin":{"login":"rehearsal","name":"排练","password":"%s"}}""".formatted(code, code));
            ask("POST", "/api/v1/identity/session", """
                    {"login":"rehearsal","password":"%s"}""".formatted(code));
            for (int round = 0; round < ROUNDS; round++) {
                for (String page : PAGES) {
                    ask("GET", page, null);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the rehearsal failed", e);
        }
    }

    private void ask(String method, String path, @Nullable String json) throws IOException {
        var connection = (HttpURLConnection) URI.create(server + path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setRequestProperty("Accept-Encoding", "gzip");
        if (json != null) {
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setRequestProperty("X-XSRF-TOKEN", token());
            connection.setDoOutput(true);
            connection.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
        }
        if (connection.getResponseCode() >= 300) {
            throw new IOException(method + " " + path + " answered " + connection.getResponseCode());
        }
        try (InputStream body = connection.getInputStream()) {
            body.readAllBytes();
        }
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }
}

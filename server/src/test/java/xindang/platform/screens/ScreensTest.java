package xindang.platform.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.gates.AcceptanceTest;
import xindang.gates.TestTags;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

class ScreensTest {

    private final RunningServer server = Suite.server();
    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<byte[]> ask(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** The script that the first page starts with. */
    private String script() throws Exception {
        Matcher named = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"").matcher(text(ask("GET", "/")));
        assertThat(named.find()).as("the first page names its script").isTrue();
        return named.group(1);
    }

    @ParameterizedTest
    @Tag(TestTags.ACCEPTANCE)
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            situation                | method | path                          | status | type
            the first page           | GET    | /                             | 200    | text/html
            by its name              | GET    | /index.html                   | 200    | text/html
            a screen                 | GET    | /customerfile                 | 200    | text/html
            deep inside              | GET    | /customerfile/0197-x/overview | 200    | text/html
            a screen with a dot      | GET    | /customerfile/a.b             | 200    | text/html
            a word that begins alike | GET    | /apiary                       | 200    | text/html
            only the head            | HEAD   | /receivable/ageing            | 200    | text/html
            a file                   | GET    | /icon.svg                     | 200    | image/svg+xml
            no such asset            | GET    | /assets/none-00000000.js      | 404    | application/problem+json
            nothing there            | GET    | /assets/                      | 404    | application/problem+json
            no such interface        | GET    | /api/v1/nowhere               | 404    | application/problem+json
            no such version          | GET    | /api/v9/customerfile          | 404    | application/problem+json
            the interface as such    | GET    | /api                          | 404    | application/problem+json
            a screen cannot be sent  | PUT    | /customerfile                 | 403    | application/problem+json""")
    void addresses_are_files_screens_or_problems(String situation, String method, String path, int status, String type)
            throws Exception {
        HttpResponse<byte[]> answer = ask(method, path);
        assertThat(answer.statusCode()).as(situation).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).startsWith(type);
        if (type.equals("text/html") && method.equals("GET")) {
            assertThat(text(answer)).contains("<div id=\"app\">");
        }
    }

    @AcceptanceTest
    void what_has_a_hash_in_its_name_is_kept_for_ever_and_private_to_the_browser() throws Exception {
        HttpResponse<byte[]> answer = ask("GET", script());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith("text/javascript");
        assertThat(header(answer, "Cache-Control"))
                .contains("max-age=31536000", "immutable")
                .doesNotContain("no-cache", "public");
    }

    @ParameterizedTest
    @Tag(TestTags.ACCEPTANCE)
    @ValueSource(strings = {"/", "/customerfile", "/icon.svg"})
    void all_else_is_asked_for_again_and_known_by_its_content(String path) throws Exception {
        HttpResponse<byte[]> answer = ask("GET", path);
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(answer, "Last-Modified"))
                .as("the same for all versions")
                .isEmpty();
        HttpResponse<byte[]> again = ask("GET", path, "If-None-Match", header(answer, "ETag"));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(ask("GET", path, "If-None-Match", "\"another\"").statusCode())
                .isEqualTo(200);
    }

    @AcceptanceTest
    void large_files_travel_compressed() throws Exception {
        String script = script();
        HttpResponse<byte[]> plain = ask("GET", script);
        HttpResponse<byte[]> small = ask("GET", script, "Accept-Encoding", "gzip");
        assertThat(header(plain, "Content-Encoding")).isEmpty();
        assertThat(header(small, "Content-Encoding")).isEqualTo("gzip");
        assertThat(small.body().length).isLessThan(plain.body().length / 2);
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(small.body()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
        }
    }

    @AcceptanceTest
    void a_page_may_load_from_here_only_and_stand_in_no_frame() throws Exception {
        HttpResponse<byte[]> answer = ask("GET", "/customerfile");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("script-src", "unsafe-eval");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    }
}

package xindang.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.gates.TestTags;
import xindang.suite.Answer;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

class ProblemsTest {

    private final RunningServer server = Suite.server();

    @ParameterizedTest
    @Tag(TestTags.ACCEPTANCE)
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            situation             | method | path                            | body                             | status | code
            no such address       | GET    | /nowhere                        |                                  | 404    | not-found
            wrong method          | PUT    | /identity/session               | {}                               | 405    | method-not-allowed
            no JSON               | POST   | /identity/session               | {                                | 400    | malformed-request
            another shape         | POST   | /identity/session               | []                               | 400    | malformed-request
            no body               | POST   | /identity/session               |                                  | 400    | malformed-request
            unknown field         | POST   | /identity/session               | {"login":"a","passwort":"b"}     | 400    | malformed-request
            missing field         | POST   | /identity/session               | {"login":"a"}                    | 422    | invalid-fields
            null                  | POST   | /identity/session               | {"login":null,"password":null}   | 422    | invalid-fields
            text that has no place| POST   | /identity/session               | {"login":"a\\u0000","password":"b"} | 400 | malformed-request
            half a character      | POST   | /identity/session               | {"login":"a\\ud800","password":"b"} | 400 | malformed-request
            no identifier         | GET    | /identity/users/1               |                                  | 400    | malformed-request
            unknown identifier    | GET    | /identity/users/00000000-0000-7000-8000-000000000000 |             | 404    | not-found
            page of nothing       | GET    | /identity/users?limit=0         |                                  | 422    | invalid-fields
            page of everything    | GET    | /identity/users?limit=501       |                                  | 422    | invalid-fields
            no number             | GET    | /identity/users?limit=many      |                                  | 422    | invalid-fields
            unknown column        | GET    | /identity/users?sort=password   |                                  | 400    | malformed-request
            made-up cursor        | GET    | /identity/users?cursor=AAAA     |                                  | 400    | malformed-request
            NUL in the query      | GET    | /identity/users?q=a%00          |                                  | 400    | malformed-request
            NUL in the path       | GET    | /identity/%00                   |                                  | 400    | malformed-request
            way out               | GET    | /identity/%2e%2e/%2e%2e/x       |                                  | 400    | malformed-request""")
    void bad_input_is_a_problem_never_a_fault(
            String situation, String method, String path, @Nullable String body, int status, String code) {
        Answer answer = server.admin().send(method, path, body, Map.of());
        assertThat(answer.status()).as(situation).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("/type")).isEqualTo("/problems/" + code);
        assertThat(answer.text("/reference")).matches("[0-9a-f]{12}");
        assertThat(answer.body()).doesNotContain("xindang.", "org.", "Exception", "at java");
    }

    @ParameterizedTest
    @Tag(TestTags.ACCEPTANCE)
    @Requirement("QUA-04")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            accepted                  | title
                                      | 未找到
            zh-CN,zh;q=0.9,en;q=0.8   | 未找到
            en-GB,en;q=0.9            | Not found
            en;q=0.5,zh;q=0.9         | 未找到
            de                        | 未找到
            ;;;                       | 未找到""")
    void problems_speak_the_readers_language(@Nullable String accepted, String title) {
        Answer answer = server.admin()
                .send("GET", "/nowhere", null, accepted == null ? Map.of() : Map.of("Accept-Language", accepted));
        assertThat(answer.text("/title")).isEqualTo(title);
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void every_code_has_its_texts_in_both_languages(Code code) {
        for (String language : List.of("zh", "en")) {
            ResourceBundle texts =
                    ResourceBundle.getBundle("xindang.platform.problem.problems", Locale.forLanguageTag(language));
            assertThat(texts.getString(code.id())).isNotBlank();
            assertThat(texts.getString(code.id() + ".detail")).isNotBlank();
        }
    }

    @AcceptanceTest
    void answers_carry_the_headers_that_browsers_heed() {
        Answer answer = server.client().get("/identity/setup");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }
}

package xindang.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.format.FormatProblem.Code;

class PolicyReaderTest {

    private static final String LIM = """
        {"formula":{"kind":"salesShare","share":"0.1"},"roundTo":{"CNY":"1000.00"},"term":"gradePeriod","validity":"P12M",
         "reminderLevels":[80,90,100],"aboveLimit":"warn"}""";
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    private static String policy(String kind, String id, String from, String body) {
        return """
            {"kind":"%s","id":"%s","version":"3","node":"company","validFrom":"%s","body":%s}""".formatted(kind, id, from, body);
    }

    private static String file(String... policies) {
        return "{\"format\":1,\"policies\":[" + String.join(",", policies) + "]}";
    }

    private static PolicySet read(String text) {
        return PolicyReader.parse("own.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<FormatProblem> problems(String text) {
        FormatException refused =
                catchThrowableOfType(FormatException.class, () -> read(text).at(DAY));
        assertThat(refused).as(text).isNotNull();
        return refused.problems();
    }

    @Test
    void the_latest_policy_that_has_begun_applies_as_a_whole() {
        PolicySet set = read(file(
                policy("lim", "first", "2025-01-01", LIM),
                policy("lim", "future", "2026-07-01", LIM),
                policy("lim", "second", "2026-06-30", LIM)));
        assertThat(set.at(DAY).ref("lim").id()).isEqualTo("second");
        assertThat(set.at(DAY.minusDays(1)).ref("lim").id()).isEqualTo("first");
        assertThat(set.at(DAY.plusDays(1)).ref("lim").id()).isEqualTo("future");
    }

    @Test
    void a_kind_the_file_lacks_comes_from_the_preset_and_is_reported() {
        EffectivePolicies policies =
                read(file(policy("lim", "own", "2025-01-01", LIM))).at(DAY);
        assertThat(policies.ref("lim").id()).isEqualTo("own");
        assertThat(policies.ref("rat").id()).isEqualTo("R0");
        assertThat(policies.notices().stream()
                        .filter(notice -> notice.code() == Code.KIND_FROM_PRESET)
                        .map(FormatProblem::text))
                .contains("no rat policy in own.json; that of preset R0 applies")
                .hasSize(5);
    }

    @Test
    void a_policy_that_has_not_begun_decides_nothing_yet_and_is_reported() {
        EffectivePolicies policies =
                read(file(policy("lim", "next", "2027-01-01", LIM))).at(DAY);
        assertThat(policies.ref("lim").id()).isEqualTo("R0");
        assertThat(policies.notices()).extracting(FormatProblem::code).contains(Code.NOT_YET_IN_FORCE);
        assertThat(read(file(policy("lim", "next", "2027-01-01", LIM)))
                        .at(LocalDate.of(2027, 1, 1))
                        .ref("lim")
                        .id())
                .isEqualTo("next");
    }

    @Test
    void a_grade_the_leading_scale_does_not_have_is_refused() {
        String own = PolicyWriter.export(PolicyReader.defaultPreset().documents())
                .replaceAll("\"sha256\":\"[0-9a-f]{64}\",", "")
                .replace("\"stricterByGrade\":{\"B\"", "\"stricterByGrade\":{\"ZZ\"");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> read(own).at(DAY))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("scale five has no grade ZZ")
                .hasMessageContaining("/body/stricterByGrade");
    }

    @Test
    void other_kinds_are_reported_and_ignored() {
        EffectivePolicies policies = read(file(policy("xyz", "x", "2025-01-01", "{\"anything\":[1]}")))
                .at(DAY);
        assertThat(policies.notices().getFirst().text()).isEqualTo("own.json /policies/0: kind xyz is not used here");
    }

    @Test
    void the_hash_covers_the_policy_and_not_its_origins() {
        String plain = policy("lim", "own", "2025-01-01", LIM);
        String sha = read(file(plain)).at(DAY).ref("lim").sha256();
        String withHash = plain.substring(0, plain.length() - 1) + ",\"sha256\":\"" + sha + "\"}";
        String explained = plain.substring(0, plain.length() - 1) + ",\"origins\":{\"term\":\"board\"}}";
        assertThat(read(file(withHash)).at(DAY).ref("lim").sha256()).isEqualTo(sha);
        assertThat(read(file(explained)).at(DAY).ref("lim").sha256()).isEqualTo(sha);
        FormatProblem wrong =
                problems(file(withHash.replace("\"0.1\"", "\"0.2\""))).getFirst();
        assertThat(wrong.code()).isEqualTo(Code.WRONG_SHA256);
        assertThat(wrong.args()).containsEntry("pointer", "/policies/0/sha256").containsEntry("value", sha);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', useHeadersInDisplayName = true, textBlock = """
        mistake                       | replace                     | by                              | code          | pointer
        a typing error in a name      | "term":                     | "trem":                         | SCHEMA        | /policies/0/body
        a number where text is needed | "share":"0.1"               | "share":1                       | SCHEMA        | /policies/0/body/formula/share
        an unknown word               | "warn"                      | "wran"                          | SCHEMA        | /policies/0/body/aboveLimit
        an unknown formula            | "salesShare"                | "magic"                         | SCHEMA        | /policies/0/body/formula/kind
        a formula without its number  | ,"share":"0.1"              | ``                              | SCHEMA        | /policies/0/body/formula
        a share of nothing            | "0.1"                       | "0"                             | CONTRADICTION | /policies/0/body/formula/share
        levels that do not rise       | [80,90,100]                 | [80,100,90]                     | CONTRADICTION | /policies/0/body
        an unknown currency           | {"CNY":"1000.00"}           | {"QQQ":"1000.00"}               | CONTRADICTION | /policies/0/body/roundTo
        too many decimals             | {"CNY":"1000.00"}           | {"CNY":"1000.005"}              | CONTRADICTION | /policies/0/body/roundTo
        a duration of days            | "P12M"                      | "P30D"                          | SCHEMA        | /policies/0/body/validity
        a day that does not exist     | "2025-01-01"                | "2025-02-30"                    | CONTRADICTION | /policies/0/validFrom
        an unknown format             | "format":1                  | "format":2                      | SCHEMA        | /format
        a decimal as a number         | "share":"0.1"               | "share":0.1                     | NUMBER_NOT_WHOLE | /policies/0/body/formula/share""")
    void a_mistake_is_named_with_its_place(String mistake, String replace, String by, Code code, String pointer) {
        String good = file(policy("lim", "own", "2025-01-01", LIM));
        assertThat(good).contains(replace);
        List<FormatProblem> problems = problems(good.replace(replace, by));
        assertThat(problems).as("%s", problems).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.args()).containsEntry("pointer", pointer);
            assertThat(problem.text()).startsWith("own.json " + pointer);
        });
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        node,    from,       code
        company, 2025-01-01, SAME_DAY_TWICE
        branch,  2025-05-01, SEVERAL_NODES""")
    void two_policies_that_compete_are_refused(String node, String from, Code code) {
        String second = policy("lim", "two", from, LIM).replace("company", node);
        assertThat(problems(file(policy("lim", "one", "2025-01-01", LIM), second)))
                .extracting(FormatProblem::code)
                .containsExactly(code);
    }

    @Test
    void the_card_named_by_the_policy_must_exist() {
        String eval = """
            {"select":{"card":"no-such-card"},"reviewCycle":{"AAA":12},"statementMaxAge":"P15M"}""";
        assertThat(problems(file(policy("eval", "own", "2025-01-01", eval)))
                        .getFirst()
                        .text())
                .isEqualTo("own.json /policies/0/body/select/card: there is no scorecard no-such-card");
    }

    @Test
    void a_schema_problem_says_what_is_expected_in_words() {
        String text = file(policy("lim", "own", "2025-01-01", LIM.replace("P12M", "{file}")));
        assertThat(problems(text).getFirst().text())
                .startsWith("own.json /policies/0/body/validity: \"{file}\" does not fit (pattern)")
                .endsWith("(ISO 8601 duration in years and months, for example P12M)");
    }

    @Test
    void every_problem_of_a_file_is_told_at_once() {
        String text = file(
                policy("lim", "one", "2025-01-01", LIM.replace("\"0.1\"", "\"0\"")),
                policy("lim", "two", "2026-01-01", LIM.replace("[80,90,100]", "[90,80]")));
        assertThat(problems(text)).hasSize(2);
    }

    @Test
    void anything_else_than_an_export_is_refused() {
        for (String text : List.of(
                "[]", "null", "\"x\"", "{}", "{\"format\":1,\"policies\":{}}", "{\"format\":1,\"policies\":[7]}")) {
            assertThat(problems(text)).extracting(FormatProblem::code).contains(Code.SCHEMA);
        }
    }
}

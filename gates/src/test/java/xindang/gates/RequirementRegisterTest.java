package xindang.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementRegisterTest {

    private static final String SENTENCE = "Given a, when b, then c.";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            situation                           | tags of its tests              | needs     | state
            no test at all                      |                                |           | none
            unit tests only                     | unit; unit                     |           | partial
            one from outside is enough          | unit; command-line             |           | done
            over HTTP                           | acceptance                     |           | done
            in the browser                      | browser slow                   |           | done
            only on outside data                | command-line external          |           | none
            outside data beside a unit test     | command-line external; unit    |           | partial
            switched off                        | acceptance disabled            |           | none
            waits for a capability, unit        | unit                           | contract  | partial (needs: contract)
            waits for a capability, from outside | command-line                  | contract  | partial (needs: contract)
            waits, but on outside data only     | command-line external          | contract  | none""")
    void the_state_follows_from_the_tests(
            String situation, @Nullable String tags, @Nullable String needs, String state) {
        List<TaggedTest> tests = tags == null
                ? List.of()
                : Arrays.stream(tags.split(";", -1))
                        .map(t -> test("t", t, "AR-01"))
                        .toList();
        RequirementRegister register =
                RequirementRegister.of(List.of(entry("AR-01", SENTENCE, needs)), tests, Set.of());
        assertThat(register.lines().getFirst().state()).as(situation).isEqualTo(state);
    }

    @Test
    void sound_tags_have_no_findings() {
        assertThat(findings(List.of(entry("AR-01", SENTENCE, null)), test("t", "unit", "AR-01")))
                .isEmpty();
    }

    @Test
    void an_unknown_id_is_found() {
        assertThat(findings(List.of(), test("t", "unit", "AR-99")))
                .containsExactly("Sample.t names AR-99, which is not in docs/requirements.json; correct the id.");
    }

    @Test
    void more_than_three_ids_on_one_test_are_found() {
        List<RequirementEntry> four = new ArrayList<>();
        for (String id : List.of("AR-01", "AR-02", "AR-03", "AR-04")) {
            four.add(entry(id, SENTENCE, null));
        }
        assertThat(findings(four, test("three", "unit", "AR-01", "AR-02", "AR-03")))
                .isEmpty();
        assertThat(findings(four, test("four", "unit", "AR-01", "AR-02", "AR-03", "AR-04")))
                .containsExactly("Sample.four names 4 requirements; name 1 to 3, or split the test.");
        assertThat(findings(four, test("none", "unit")))
                .containsExactly("Sample.none names 0 requirements; name 1 to 3, or split the test.");
    }

    @Test
    void a_tagged_requirement_without_acceptance_sentence_is_found() {
        assertThat(findings(List.of(entry("AR-01", null, null)), test("t", "unit", "AR-01")))
                .singleElement()
                .asString()
                .contains("AR-01 is tagged on Sample.t but has no acceptance sentence");
    }

    @Test
    void a_tag_on_what_does_not_run_is_found() {
        List<RequirementEntry> entries = List.of(entry("AR-01", SENTENCE, null));
        TaggedTest helper = new TaggedTest("Sample", "helper", List.of("AR-01"), Set.of(), false, false);
        assertThat(findings(entries, helper)).singleElement().asString().contains("Sample.helper", "is no test");
        assertThat(findings(entries, test("off", "unit disabled", "AR-01")))
                .singleElement()
                .asString()
                .contains("Sample.off", "is switched off");
    }

    @Test
    void waiting_for_a_capability_needs_a_test_and_a_word_that_is_missing() {
        List<RequirementEntry> waiting = List.of(entry("AR-01", SENTENCE, "contract"));
        TaggedTest unit = test("t", "unit", "AR-01");
        assertThat(findings(waiting, unit)).isEmpty();
        assertThat(findings(waiting)).singleElement().asString().contains("no test that runs everywhere");
        assertThat(RequirementRegister.of(waiting, List.of(unit), Set.of("contract"))
                        .findings())
                .singleElement()
                .asString()
                .contains("AR-01 needs contract, which exists by now");
        assertThat(findings(List.of(entry("AR-01", SENTENCE, "magic")), unit))
                .singleElement()
                .asString()
                .contains("needs \"magic\", which is no capability; use one of customerfile, contract,");
    }

    @Test
    void flaws_of_the_file_itself_are_found_all_at_once() {
        List<RequirementEntry> flawed = List.of(
                entry("AR-01", null, null),
                entry("AR-01", null, null),
                entry("ar1", null, null),
                new RequirementEntry("AR-02", "t".repeat(91), "Receivables", null, null),
                entry("AR-03", "It works.", null));
        assertThat(findings(flawed))
                .satisfiesExactly(
                        f -> assertThat(f).contains("AR-01 stands there twice"),
                        f -> assertThat(f).contains("ar1 is no requirement id"),
                        f -> assertThat(f).contains("AR-02 has no usable title"),
                        f -> assertThat(f).contains("AR-03 has an acceptance sentence of another shape"));
    }

    static RequirementEntry entry(String id, @Nullable String acceptance, @Nullable String needs) {
        return new RequirementEntry(id, "Title of " + id, "Receivables", acceptance, needs);
    }

    /** A test of class Sample; the word {@code disabled} among its tags switches it off. */
    static TaggedTest test(String method, String tags, String... ids) {
        Set<String> words = Set.of(tags.strip().split(" ", -1));
        return new TaggedTest("Sample", method, List.of(ids), words, true, words.contains("disabled"));
    }

    private static List<String> findings(List<RequirementEntry> entries, TaggedTest... tests) {
        return RequirementRegister.of(entries, List.of(tests), Set.of()).findings();
    }
}

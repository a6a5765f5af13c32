package xindang.assess.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.assess.RunResult.AsOfSource;
import xindang.engine.collection.Rung;
import xindang.engine.creditline.GradePolicy.Settlement;
import xindang.engine.creditline.LimitPolicy.TermByGrade;
import xindang.engine.evaluation.MissingRule;
import xindang.engine.warning.WarningRules;
import xindang.format.CollectionMapping;
import xindang.format.PolicyReader;
import xindang.intake.DateOrder;
import xindang.intake.Field;
import xindang.intake.Reading;
import xindang.intake.RejectCode;

/** Texts are complete in both languages, and the page asks for none that is not there. */
class WordsTest {

    private static final Pattern KEY = Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z.]+)?)\"");
    private static final Pattern ASKED = Pattern.compile("(?:words(?:\\(\\))?\\s*\\.get|inUnit|ofCurrency|bound)\\(");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                Words.BUNDLE,
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @Test
    void both_languages_have_the_same_keys_with_the_same_places() {
        ResourceBundle zh = bundle("zh");
        ResourceBundle en = bundle("en");

        assertThat(new TreeSet<>(zh.keySet())).isEqualTo(new TreeSet<>(en.keySet()));
        for (String key : zh.keySet()) {
            assertThat(places(zh.getString(key))).as(key).isEqualTo(places(en.getString(key)));
        }
    }

    private static Set<String> places(String text) {
        return new HashSet<>(
                PLACE.matcher(text).results().map(MatchResult::group).toList());
    }

    @Test
    void every_key_named_in_the_code_has_a_text() throws IOException {
        Words words = Words.of("zh");
        int asked = 0;
        for (Path file : sources()) {
            String source = Files.readString(file);
            for (MatchResult call : ASKED.matcher(source).results().toList()) {
                var key = KEY.matcher(source).region(call.end(), Math.min(source.length(), call.end() + 80));
                boolean plain =
                        key.find() && source.substring(call.end(), key.start()).isBlank();
                if (plain && !source.startsWith("\" +", key.end() - 1)) {
                    assertThat(words.has(key.group(1)))
                            .as(file + ": " + key.group(1))
                            .isTrue();
                    asked++;
                }
            }
        }
        assertThat(asked).isGreaterThan(100);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/xindang/assess/report"))) {
            return files.toList();
        }
    }

    private static final java.util.List<String> FORMULAS = java.util.List.of(
            "termNeed",
            "salesShare",
            "averageOrderTimesPeriod",
            "balancePeak",
            "netWorthShare",
            "workingCapitalShare",
            "lowestOf");

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void every_code_the_page_can_meet_has_a_text(String language) {
        Words words = Words.of(language);
        var policies = PolicyReader.defaultPreset().at(java.time.LocalDate.of(2026, 1, 1));
        var keys = Stream.of(
                        codes(
                                "rule.",
                                WarningRules.BOOK.inForce().stream()
                                        .map(rule -> rule.id().name())),
                        codes("reject.", Arrays.stream(RejectCode.values()).map(RejectCode::code)),
                        codes("field.", Arrays.stream(Field.values()).map(Field::key)),
                        names("asOf.", AsOfSource.values()),
                        names("charsetSource.", Reading.CharsetSource.values()),
                        names("currencySource.", Reading.CurrencySource.values()),
                        names("orderSource.", Reading.OrderSource.values()),
                        names("dateOrder.", DateOrder.values()),
                        names("missing.", MissingRule.values()),
                        names("settlement.", Settlement.values()),
                        names("limit.term.", TermByGrade.values()),
                        codes(
                                "kind.",
                                policies.documents().keySet().stream().filter(kind -> !kind.startsWith("scorecard "))),
                        codes("limit.", Stream.of("not-assessed", "no-credit", "unlimited")),
                        codes("file.", FilesSection.FILES.stream()),
                        codes("rung.", rungs(policies).map(Rung::code)),
                        codes("rungMeans.", rungs(policies).map(Rung::code)),
                        codes("role.", rungs(policies).map(Rung::role)),
                        codes("formula.", FORMULAS.stream()))
                .flatMap(stream -> stream)
                .toList();

        assertThat(keys)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(words.has(key)).as(key).isTrue());
    }

    private static Stream<Rung> rungs(xindang.format.EffectivePolicies policies) {
        return CollectionMapping.policy(policies.body("col")).ladder().rungs().stream();
    }

    private static Stream<String> codes(String prefix, Stream<String> codes) {
        return codes.map(code -> prefix + code);
    }

    private static Stream<String> names(String prefix, Enum<?>[] values) {
        return codes(prefix, Arrays.stream(values).map(Enum::name));
    }

    @Test
    void value_with_braces_stays_what_it_is() {
        assertThat(Words.of("en").get("ofCurrency", "{1}", "$2")).isEqualTo("{1} · $2");
    }
}

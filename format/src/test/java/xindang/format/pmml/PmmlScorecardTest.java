package xindang.format.pmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import xindang.engine.evaluation.CompiledScorecard;
import xindang.engine.evaluation.EvaluationResult;
import xindang.engine.evaluation.EvaluationResult.NotRated;
import xindang.engine.evaluation.EvaluationResult.Rated;
import xindang.engine.evaluation.EvaluationResult.Reason;
import xindang.engine.evaluation.Grade;
import xindang.engine.evaluation.Indicators;
import xindang.engine.evaluation.Label;
import xindang.engine.evaluation.Measure;
import xindang.engine.evaluation.RatingScale;
import xindang.engine.evaluation.Scorecard;
import xindang.gates.Requirement;

/** Published scorecards with published results, and a model of our own of the same shape that always runs. */
class PmmlScorecardTest {

    /** PMML knows no grades. */
    private static final RatingScale ANY = new RatingScale(
            "any",
            List.of(
                    new Grade("upper", Label.of("upper"), 1, Measure.ZERO),
                    new Grade("lower", Label.of("lower"), 2, null)));

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, nullValues = "-", textBlock = """
        customer,                     branch,  years, turnover, check, score,  reasons
        engineering and young,        works,   2,     400,      20,    47,     years branch
        everything above baseline,    trade,   12,    400,      20,    75,     ''
        linear points,                trade,   12,    2000.5,   20,    52.005, turnover
        missing by its own attribute, -,       -,     -,        20,    0,      branch years turnover
        another branch,               farming, 12,    400,      20,    55,     branch
        text that is no number is missing, trade, many, 400,    20,    54,     years
        check value missing,          trade,   12,    400,      -,     -,      -
        check value out of range,     trade,   12,    400,      15,    -,      -
        no attribute takes it,        trade,   12,    -5,       20,    -,      -""")
    @Requirement({"STD-12", "STD-13"})
    void a_model_of_our_own_scores_as_written(
            String customer, String branch, String years, String turnover, String check, String score, String reasons)
            throws Exception {
        try (InputStream in = PmmlScorecardTest.class.getResourceAsStream("synthetic.pmml")) {
            Scorecard card = PmmlReader.read(Objects.requireNonNull(in));
            var values = Indicators.none();
            values = branch == null ? values : values.with("branch", branch);
            values = years == null ? values : values.with("years", years);
            values = turnover == null ? values : values.with("turnover", turnover);
            values = check == null ? values : values.with("check", check);
            EvaluationResult result = CompiledScorecard.of(card, ANY).evaluate(values);
            if (score == null) {
                assertThat(result).isInstanceOf(NotRated.class);
                return;
            }
            var rated = (Rated) result;
            assertThat(rated.score()).isEqualTo(Measure.of(score));
            assertThat(String.join(
                            " ", rated.reasons().stream().map(Reason::code).toList()))
                    .isEqualTo(reasons);
        }
    }

    @Test
    void a_row_without_effect_in_an_imported_card_is_a_warning() throws Exception {
        try (InputStream in = PmmlScorecardTest.class.getResourceAsStream("synthetic.pmml")) {
            assertThat(PmmlReader.read(Objects.requireNonNull(in)).warnings())
                    .contains("characteristic turnoverScore: attribute 3 ([500, 1000]) can never apply");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"dmg_scorecard_example.xml", "SimpleScorecard.pmml", "SimpleScorecardCategorical.pmml"})
    @Tag("external")
    @Requirement({"STD-12", "STD-13"})
    void published_models_give_the_published_results(String model) throws Exception {
        String data = System.getenv("XINDANG_TEST_DATA");
        assumeTrue(data != null, "XINDANG_TEST_DATA is not set");
        Path folder = Path.of(data, "pmml");
        JsonNode expected = new ObjectMapper().readTree(Files.readString(folder.resolve("expected.json")));
        int cases = 0;
        for (JsonNode entry : expected) {
            if (entry.get("model").asString().equals(model)) {
                cases += check(card(folder.resolve(model)), entry);
            }
        }
        assertThat(cases).isPositive();
    }

    private static CompiledScorecard card(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return CompiledScorecard.of(PmmlReader.read(in), ANY);
        }
    }

    private static int check(CompiledScorecard card, JsonNode entry) {
        int cases = 0;
        for (JsonNode one : entry.path("cases")) {
            var rated = (Rated) card.evaluate(values(one.get("input")));
            assertThat(rated.score())
                    .as("%s", one)
                    .isEqualTo(Measure.of(one.get("score").asString()));
            assertThat(rated.reasons().stream().map(Reason::code).toList())
                    .as("%s", one)
                    .isEqualTo(reasons(one));
            cases++;
        }
        for (JsonNode one : all(entry.path("must_fail"), entry.path("undefined"))) {
            assertThat(card.evaluate(values(one.get("input")))).as("%s", one).isInstanceOf(NotRated.class);
            cases++;
        }
        for (JsonNode one : entry.path("must_pass")) {
            assertThat(card.evaluate(values(one.get("input")))).as("%s", one).isInstanceOf(Rated.class);
            cases++;
        }
        return cases;
    }

    private static List<JsonNode> all(JsonNode one, JsonNode other) {
        var all = new ArrayList<JsonNode>();
        one.forEach(all::add);
        other.forEach(all::add);
        return all;
    }

    private static List<String> reasons(JsonNode one) {
        return Stream.of("reason_1", "reason_2", "reason_3")
                .map(one::path)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }

    private static Indicators values(JsonNode input) {
        var values = Indicators.none();
        for (String name : input.propertyNames()) {
            values = values.with(name, input.get(name).asString());
        }
        return values;
    }
}

package xindang.format.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import xindang.format.PolicyKinds;

class RegimeChecksTest {

    @Test
    void the_recommended_regime_has_nothing_to_find() {
        assertThat(RegimeChecks.all(Settings.of(Composition.of(Preset.recommended()))))
                .isEmpty();
    }

    static List<Arguments> contradictions() {
        return List.of(
                Arguments.of("scale-unknown", Map.of("rat.scale", "six")),
                Arguments.of(
                        "scale-overlap", scale(List.of(grade("甲", 1, "80"), grade("乙", 4, "80"), grade("丙", 8, null)))),
                Arguments.of(
                        "scale-positions",
                        scale(List.of(grade("甲", 4, "80"), grade("乙", 4, "60"), grade("丙", 8, null)))),
                Arguments.of(
                        "scale-gap", scale(List.of(grade("甲", 1, "80"), grade("乙", 4, null), grade("丙", 8, null)))),
                Arguments.of(
                        "scale-gap-below",
                        scale(List.of(grade("甲", 1, "80"), grade("乙", 4, "60"), grade("丙", 8, "0")))),
                Arguments.of("grade-unknown", Map.of("ews.autoGrades", List.of("D"))),
                Arguments.of("grade-unknown", Map.of("col.stricterByGrade", Map.of("优秀", "0.5"))),
                Arguments.of("grade-without-row", Map.of("eval.reviewCycle", Map.of("AAA", 12))),
                Arguments.of("grade-behind-blocked", Map.of("rat.blockingGrades", List.of("B"))),
                Arguments.of("approval-gap", chain(List.of(band("1000.00", "creditDept")))),
                Arguments.of(
                        "approval-unreachable",
                        chain(List.of(band(null, "creditDept"), band(null, "creditDept", "finance")))),
                Arguments.of(
                        "approval-overlap",
                        chain(List.of(
                                band("500.00", "creditDept"), band("500.00", "creditDept"), band(null, "creditDept")))),
                Arguments.of("approval-without-credit", chain(List.of(band(null, "finance")))),
                Arguments.of("approver-twice", chain(List.of(band(null, "creditDept", "creditDept")))),
                Arguments.of("approver-with-nobody-above", chain(List.of(band(null, "creditDept")))));
    }

    static List<Arguments> collisions() {
        return List.of(
                Arguments.of("ladder-not-rising", Map.of("col.ladder", List.of(rung("phone", 7), rung("mail", 7)))),
                Arguments.of("rungs-on-one-day", Map.of("col.stricterByGrade", Map.of("C", "0.1"))),
                Arguments.of("grade-ends-before-review", Map.of("rat.validity", "P6M")),
                Arguments.of("default-after-court", Map.of("dft.afterOverdueDays", 120)),
                Arguments.of("reply-after-next-statement", Map.of("stm.replyWithin", "P2M")),
                Arguments.of("late-fee-without-rate", Map.of("fee.late", Map.of("on", true))),
                Arguments.of("no-such-group", Map.of("org.leadingBody", "none")),
                Arguments.of("nothing-to-confirm", Map.of("file.confirm.scope", "none")),
                Arguments.of("grades-without-rule", Map.of("ews.rules", List.of("limitUse"))),
                Arguments.of("reminders-without-rule", Map.of("ews.rules", List.of("lowGrade"))),
                Arguments.of("second-scale-is-the-first", Map.of("rat.secondScale", "five")),
                Arguments.of("gap-to-fill", Map.of("pol.blanks", List.of("dutyPerson"))));
    }

    @ParameterizedTest
    @MethodSource({"contradictions", "collisions"})
    void a_planted_contradiction_is_found(String check, Map<String, @Nullable Object> planted) {
        assertThat(RegimeChecks.all(settings(planted)))
                .extracting(Finding::check)
                .contains(check);
    }

    @Test
    void a_file_nobody_confirms_is_told() {
        var planted = new LinkedHashMap<String, @Nullable Object>();
        planted.put("file.confirmer", null);
        assertThat(RegimeChecks.all(settings(planted)))
                .extracting(Finding::check)
                .containsExactly("nobody-confirms");
    }

    private static Settings settings(Map<String, @Nullable Object> planted) {
        var bodies = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        Composition.of(Preset.recommended())
                .kinds()
                .forEach((kind, part) -> bodies.put(kind, new LinkedHashMap<>(part.body())));
        planted.forEach(
                (parameter, value) -> bodies.computeIfAbsent(PolicyKinds.of(parameter), _ -> new LinkedHashMap<>())
                        .put(PolicyKinds.key(parameter), value));
        return Settings.of(bodies);
    }

    private static Map<String, @Nullable Object> scale(List<Map<String, @Nullable Object>> grades) {
        return Map.of("rat.scales", Map.of("five", Map.of("grades", grades), "four-B", Map.of("grades", List.of())));
    }

    private static Map<String, @Nullable Object> grade(String code, int position, @Nullable String minScore) {
        var grade = new LinkedHashMap<String, @Nullable Object>();
        grade.put("code", code);
        grade.put("position", position);
        if (minScore != null) {
            grade.put("minScore", minScore);
        }
        return grade;
    }

    private static Map<String, @Nullable Object> chain(List<Map<String, @Nullable Object>> bands) {
        return Map.of("app.chain", Map.of("bands", bands, "deviation", "oneBandHigher"));
    }

    private static Map<String, @Nullable Object> band(@Nullable String upTo, String... roles) {
        var band = new LinkedHashMap<String, @Nullable Object>();
        band.put("upTo", upTo);
        band.put("chain", new ArrayList<>(List.of(roles)));
        return band;
    }

    private static Map<String, @Nullable Object> rung(String rung, int days) {
        return Map.of("rung", rung, "days", days, "role", "salesperson");
    }
}

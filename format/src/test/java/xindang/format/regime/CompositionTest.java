package xindang.format.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xindang.format.EffectivePolicies;
import xindang.format.PolicyDocument;
import xindang.format.PolicyKinds;
import xindang.format.PolicyReader;
import xindang.format.PolicySet;
import xindang.format.PolicyWriter;
import xindang.format.regime.Finding.Severity;
import xindang.gates.Requirement;

class CompositionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    static List<Preset> presets() {
        return Preset.all();
    }

    @ParameterizedTest
    @MethodSource("presets")
    @Requirement({"LCD-05", "POL-06"})
    void every_sample_regime_is_complete_fits_its_schemas_and_checks_clean(Preset preset) {
        Composition regime = Composition.of(preset);
        assertThat(regime.kinds()).hasSize(37);
        regime.kinds().forEach((kind, part) -> {
            assertThat(PolicyKinds.problems(kind, part.body())).as(kind).isEmpty();
            assertThat(part.origins().keySet()).as(kind).isEqualTo(part.body().keySet());
        });
        assertThat(RegimeChecks.all(Settings.of(regime)))
                .as(preset.id())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .filteredOn(finding -> !isLateFeeLeftOpen(preset, finding))
                .isEmpty();
    }

    /** S08 names a late fee without its rate, which a company must set before it publishes. */
    private static boolean isLateFeeLeftOpen(Preset preset, Finding finding) {
        return preset.id().equals("S08") && finding.check().equals("late-fee-without-rate");
    }

    @ParameterizedTest
    @MethodSource("presets")
    @Requirement("LCD-05")
    void the_engine_decides_by_every_sample_regime(Preset preset) {
        List<PolicyDocument> policies = policies(Composition.of(preset));
        String file = PolicyWriter.export(policies);
        PolicySet read = PolicyReader.parse(preset.id(), file.getBytes(StandardCharsets.UTF_8));
        assertThat(read.documents()).hasSize(policies.size());
        EffectivePolicies effective = read.at(DAY);
        assertThat(effective.rating().scale().id())
                .isEqualTo(preset.of("rat.scale").map(Preset.Value::value).orElse("five"));
    }

    private static List<PolicyDocument> policies(Composition regime) {
        var policies = new ArrayList<PolicyDocument>();
        var place = new PolicyDocument.Place("company", DAY);
        regime.kinds()
                .forEach((kind, part) -> policies.add(
                        PolicyDocument.of(kind, regime.preset(), "1", place, part.body(), part.origins())));
        return policies;
    }

    @ParameterizedTest
    @MethodSource("presets")
    @Requirement("LCD-05")
    void every_value_tells_where_it_came_from(Preset preset) {
        Composition regime = Composition.of(preset);
        for (Preset.Value said : preset.values()) {
            if (!preset.id().equals(Preset.RECOMMENDED)) {
                assertThat(origin(regime, said.parameter()))
                        .startsWith(preset.id() + ":" + said.state().name().toLowerCase(Locale.ROOT));
            }
        }
        Catalogue.builtIn().parameters().stream()
                .filter(parameter -> preset.of(parameter.id()).isEmpty())
                .forEach(parameter -> assertThat(origin(regime, parameter.id())).startsWith("R0: "));
    }

    @Test
    void the_regime_of_a_new_installation_is_that_of_the_engine_and_the_standards_of_all_others() {
        List<PolicyDocument> standard = Composition.standard();
        assertThat(standard.stream().map(policy -> policy.ref().kind()))
                .containsExactlyInAnyOrderElementsOf(PolicyKinds.all());
        Composition composed = Composition.of(Preset.recommended());
        for (PolicyDocument policy : standard) {
            if (!policy.ref().kind().equals("scorecard")) {
                var members = new LinkedHashMap<String, @Nullable Object>();
                policy.body()
                        .names()
                        .forEach(name -> members.put(name, policy.body().value(name)));
                Catalogue.builtIn()
                        .of(policy.ref().kind())
                        .forEach(parameter -> members.putIfAbsent(parameter.key(), parameter.standard()));
                assertThat(Objects.requireNonNull(
                                        composed.kinds().get(policy.ref().kind()))
                                .body())
                        .as(policy.ref().kind())
                        .isEqualTo(members);
            }
        }
    }

    @Test
    @Requirement("LCD-05")
    void samples_that_conflict_set_different_values() {
        assertThat(value("S15", "hnd.contract.within")).isEqualTo("P1M");
        assertThat(value("S20", "hnd.contract.within")).isEqualTo("P10D");
        assertThat(value("S19", "rat.blockingGrades")).isEqualTo(List.of("不合作"));
        assertThat(value("S15", "rpt.contractStats.annualDue"))
                .as("left blank, so the standard runs")
                .isEqualTo("01-10");
        assertThat(value("Y1", "rpt.contractStats.annualDue")).isEqualTo("01-15");
    }

    @Test
    @Requirement("RAT-01")
    void what_is_set_per_grade_moves_with_the_scale() {
        assertThat(value("S03", "eval.reviewCycle")).isEqualTo(Map.of("优秀", 12, "良好", 6, "一般", 3, "不良", 1));
        assertThat(value("S03", "ews.autoGrades")).isEqualTo(List.of("一般", "不良"));
        assertThat(value("S18", "file.update.interval")).isEqualTo(Map.of("*", 12, "C", 6));
        assertThat(value("S19", "col.stricterByGrade")).isEqualTo(Map.of("一般", "0.5", "不合作", "0.5"));
    }

    @Test
    void what_a_sample_names_without_a_figure_keeps_the_figure() {
        assertThat(value("S09", "col.ladder")).isEqualTo(value("R0", "col.ladder"));
        assertThat(value("S07", "eval.dimensions"))
                .isEqualTo(Map.of("financial", 25, "operating", 25, "creditHistory", 25, "other", 25));
        assertThat(value("S18", "eval.dimensions"))
                .as("the rest goes to the first")
                .isEqualTo(Map.of("creditHistory", 34, "cooperation", 33, "operating", 33));
        assertThat(value("S02", "num.file.scheme")).isEqualTo(value("R0", "num.file.scheme"));
    }

    @Test
    void ones_own_value_goes_before_the_sample_and_records_are_merged_member_by_member() {
        Composition regime = Composition.of(
                Preset.find("S08").orElseThrow(),
                Map.of("fee.late", Map.of("ratePerDay", "0.03"), "hnd.contract.within", "P10D"));
        assertThat(body(regime, "fee.late"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("on", true)
                .containsEntry("ratePerDay", "0.03")
                .containsEntry("base", "overduePrincipal");
        assertThat(body(regime, "hnd.contract.within")).isEqualTo("P10D");
        assertThat(origin(regime, "hnd.contract.within")).isEqualTo("own");
    }

    @Test
    void a_value_of_a_parameter_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> Composition.of(Preset.recommended(), Map.of("hnd.nothing", 1)))
                .hasMessageContaining("hnd.nothing");
    }

    private static @Nullable Object value(String preset, String parameter) {
        return body(Composition.of(Preset.find(preset).orElseThrow()), parameter);
    }

    private static @Nullable Object body(Composition regime, String parameter) {
        return Objects.requireNonNull(regime.kinds().get(PolicyKinds.of(parameter)))
                .body()
                .get(PolicyKinds.key(parameter));
    }

    private static String origin(Composition regime, String parameter) {
        return Objects.requireNonNull(regime.kinds().get(PolicyKinds.of(parameter)))
                .origins()
                .getOrDefault(PolicyKinds.key(parameter), "");
    }
}

package xindang.gates;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule bites on a planted sample, lets a sound one pass, and fails where it matches nothing. */
class ArchitectureRulesTest {

    private static final String PLANTED = "xindang.gates.planted";
    private static final JavaClasses SAMPLES = new ClassFileImporter().importPackages(PLANTED);

    static Stream<Arguments> bites() {
        return Stream.of(
                bite(ArchitectureRules::engineUsesOnlyTheLanguage, "org.junit.jupiter.api.Assertions"),
                bite(ArchitectureRules::engineUsesOnlyTheLanguage, "planted.intake.Intake"),
                bite(ArchitectureRules::engineIsPure, "System.nanoTime()"),
                bite(ArchitectureRules::engineIsPure, "System.currentTimeMillis()"),
                bite(ArchitectureRules::engineIsPure, "System.getenv("),
                bite(ArchitectureRules::engineIsPure, "references method <java.time.LocalDate.now()>"),
                bite(ArchitectureRules::engineIsPure, "java.time.Clock"),
                bite(ArchitectureRules::engineIsPure, "java.io.File"),
                bite(ArchitectureRules::engineIsPure, "java.util.Random"),
                bite(ArchitectureRules::engineIsPure, "UUID.randomUUID()"),
                bite(ArchitectureRules::engineIsPure, "Locale.getDefault()"),
                bite(ArchitectureRules::engineIsPure, "String.toLowerCase()"),
                bite(ArchitectureRules::engineIsFreeOfCycles, "Cycle detected"),
                bite(rules -> rules.usesOnlyWhatItMay("engine"), "planted.intake.Intake"),
                bite(rules -> rules.usesOnlyWhatItMay("intake"), "planted.format.Format"),
                bite(ArchitectureRules::moneyIsExact, "BinaryFractions.balances has a double or float"),
                bite(ArchitectureRules::moneyIsExact, "BinaryFractions.add(java.lang.Float) has a double or float"),
                bite(ArchitectureRules::moneyIsExact, "BinaryFractions.first() has a double or float"),
                bite(ArchitectureRules::packagesAreNullMarked, "engine.unmarked.Unmarked has no @NullMarked"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("bites")
    void each_rule_bites(Function<ArchitectureRules, ArchRule> rule, String finding) {
        ArchRule planted = rule.apply(new ArchitectureRules(PLANTED));
        assertThatThrownBy(() -> planted.check(SAMPLES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(finding);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("bites")
    void each_rule_fails_where_it_matches_nothing(Function<ArchitectureRules, ArchRule> rule, String finding) {
        ArchRule nowhere = rule.apply(new ArchitectureRules("xindang.nowhere"));
        assertThatThrownBy(() -> nowhere.check(SAMPLES)).as(finding).isInstanceOf(AssertionError.class);
    }

    static Stream<Function<ArchitectureRules, ArchRule>> rulesOfTheEngine() {
        return Stream.of(
                ArchitectureRules::engineUsesOnlyTheLanguage,
                ArchitectureRules::engineIsPure,
                ArchitectureRules::engineIsFreeOfCycles,
                rules -> rules.usesOnlyWhatItMay("engine"),
                ArchitectureRules::moneyIsExact,
                ArchitectureRules::packagesAreNullMarked);
    }

    @ParameterizedTest
    @MethodSource("rulesOfTheEngine")
    void sound_classes_pass(Function<ArchitectureRules, ArchRule> rule) {
        ArchRule sound = rule.apply(new ArchitectureRules(PLANTED + ".sound"));
        assertThatCode(() -> sound.check(SAMPLES)).doesNotThrowAnyException();
    }

    private static Arguments bite(Function<ArchitectureRules, ArchRule> rule, String finding) {
        return Arguments.of(rule, finding);
    }
}

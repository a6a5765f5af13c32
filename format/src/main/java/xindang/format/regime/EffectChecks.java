package xindang.format.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks for settings that cannot take effect (无效设置检查). */
final class EffectChecks {

    private static final String GROUP = "leadingGroup";

    private EffectChecks() {}

    static List<Finding> lateFeeWithoutRate(Settings settings) {
        Map<String, @Nullable Object> fee = settings.object("fee.late");
        return Boolean.TRUE.equals(fee.get("on")) && fee.get("ratePerDay") == null
                ? List.of(Finding.error("late-fee-without-rate", "fee.late", Map.of()))
                : List.of();
    }

    static List<Finding> confirmingWithoutAnybody(Settings settings) {
        boolean somebody = settings.text("file.confirmer").isPresent();
        String scope = settings.text("file.confirm.scope").orElse("none");
        if (!somebody && !scope.equals("none")) {
            return List.of(Finding.notice("nobody-confirms", "file.confirm.scope", Map.of("scope", scope)));
        }
        return somebody && scope.equals("none")
                ? List.of(Finding.notice("nothing-to-confirm", "file.confirmer", Map.of()))
                : List.of();
    }

    /** Steps of a group that the organisation does not have would wait forever. */
    static List<Finding> missingLeadingGroup(Settings settings) {
        if (!settings.text("org.leadingBody").filter("none"::equals).isPresent()) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        for (String parameter : List.of("pol.interpreter", "app.chain")) {
            if (mentions(settings.value(parameter), GROUP)) {
                findings.add(Finding.error("no-such-group", parameter, Map.of("role", GROUP)));
            }
        }
        return findings;
    }

    private static boolean mentions(@Nullable Object value, String text) {
        return switch (value) {
            case List<?> items -> items.stream().anyMatch(item -> mentions(item, text));
            case Map<?, ?> members -> members.values().stream().anyMatch(member -> mentions(member, text));
            case null, default -> text.equals(value);
        };
    }

    static List<Finding> listedGradesWithoutRule(Settings settings) {
        return !settings.texts("ews.autoGrades").isEmpty() && !isActive(settings, "lowGrade")
                ? List.of(Finding.notice("grades-without-rule", "ews.autoGrades", Map.of("rule", "lowGrade")))
                : List.of();
    }

    static List<Finding> remindersWithoutRule(Settings settings) {
        return settings.value("lim.reminderLevels") instanceof List<?> levels
                        && !levels.isEmpty()
                        && !isActive(settings, "limitUse")
                ? List.of(Finding.notice("reminders-without-rule", "lim.reminderLevels", Map.of("rule", "limitUse")))
                : List.of();
    }

    private static boolean isActive(Settings settings, String rule) {
        return settings.text("ews.rules").isPresent()
                || settings.texts("ews.rules").contains(rule);
    }

    static List<Finding> secondScaleIsTheFirst(Settings settings) {
        return settings.text("rat.secondScale").equals(settings.text("rat.scale"))
                ? List.of(Finding.notice("second-scale-is-the-first", "rat.secondScale", Map.of()))
                : List.of();
    }

    static List<Finding> gapsToFill(Settings settings) {
        return settings.texts("pol.blanks").stream()
                .map(blank -> Finding.notice("gap-to-fill", "pol.blanks", Map.of("gap", blank)))
                .toList();
    }
}

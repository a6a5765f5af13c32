package xindang.format.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What is checked before a regime is published (发布前检查): each check looks at the whole of it and tells what contradicts itself, what
 * nothing can reach, and what has no effect.
 */
public final class RegimeChecks {

    private static final List<Function<Settings, List<Finding>>> ALL = List.of(
            ScaleChecks::gapsAndOverlaps,
            ScaleChecks::unknownGrades,
            ScaleChecks::gradesWithoutRow,
            ScaleChecks::gradesBehindBlockedOnes,
            ApprovalChecks::gapsAndOverlaps,
            ApprovalChecks::chainsWithoutCredit,
            ApprovalChecks::nobodyAbove,
            ApprovalChecks::sameRoleTwice,
            DeadlineChecks::ladderRises,
            DeadlineChecks::rungsFallTogether,
            DeadlineChecks::gradesEndBeforeReview,
            DeadlineChecks::defaultAfterCourt,
            DeadlineChecks::repliesAfterNextStatement,
            EffectChecks::lateFeeWithoutRate,
            EffectChecks::confirmingWithoutAnybody,
            EffectChecks::missingLeadingGroup,
            EffectChecks::listedGradesWithoutRule,
            EffectChecks::remindersWithoutRule,
            EffectChecks::secondScaleIsTheFirst,
            EffectChecks::gapsToFill);

    private RegimeChecks() {}

    /** Everything that all checks find, in their order. */
    public static List<Finding> all(Settings settings) {
        var findings = new ArrayList<Finding>();
        ALL.forEach(check -> findings.addAll(check.apply(settings)));
        return findings;
    }
}

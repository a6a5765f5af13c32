package xindang.format.regime;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xindang.format.Body;

/** Checks of who approves what (审批检查). */
final class ApprovalChecks {

    private static final String CHAIN = "app.chain";
    private static final String BANDS = "bands";
    private static final String UP_TO = "upTo";

    private ApprovalChecks() {}

    static List<Finding> gapsAndOverlaps(Settings settings) {
        var findings = new ArrayList<Finding>();
        List<Body> bands = bands(settings);
        BigDecimal before = null;
        for (Body band : bands) {
            boolean last = band == bands.getLast();
            BigDecimal upTo = upTo(band);
            if (last && upTo != null) {
                findings.add(Finding.error("approval-gap", CHAIN, Map.of("above", upTo.toPlainString())));
            } else if (!last && upTo == null) {
                findings.add(Finding.error("approval-unreachable", CHAIN, Map.of("chain", chain(bands.getLast()))));
            } else if (before != null && upTo != null && upTo.compareTo(before) <= 0) {
                findings.add(Finding.error(
                        "approval-overlap",
                        CHAIN,
                        Map.of("upTo", upTo.toPlainString(), "before", before.toPlainString())));
            }
            before = upTo == null ? before : upTo;
        }
        return findings;
    }

    /** Credit is never granted past the credit department. */
    static List<Finding> chainsWithoutCredit(Settings settings) {
        return bands(settings).stream()
                .filter(band -> !band.texts("chain").contains("creditDept"))
                .map(band -> Finding.error("approval-without-credit", CHAIN, Map.of("chain", chain(band))))
                .toList();
    }

    /** Where a deviation goes one band higher, there must be a band that is higher for anything but the highest. */
    static List<Finding> nobodyAbove(Settings settings) {
        List<Body> bands = bands(settings);
        var findings = new ArrayList<Finding>();
        if (bands.size() == 1 && "oneBandHigher".equals(settings.object(CHAIN).get("deviation"))) {
            findings.add(Finding.notice("approver-with-nobody-above", CHAIN, Map.of("chain", chain(bands.getFirst()))));
        }
        Body override = Body.of("rat.override", "", settings.object("rat.override"));
        boolean topRates =
                settings.text("eval.confirmer").filter("generalManager"::equals).isPresent();
        if (topRates && override.text("approver").equals("oneLevelAboveRater") && override.whole("maxSteps") > 0) {
            findings.add(
                    Finding.error("approver-with-nobody-above", "rat.override", Map.of("chain", "generalManager")));
        }
        return findings;
    }

    static List<Finding> sameRoleTwice(Settings settings) {
        var findings = new ArrayList<Finding>();
        for (Body band : bands(settings)) {
            var seen = new HashSet<String>();
            band.texts("chain").stream()
                    .filter(role -> !seen.add(role))
                    .forEach(role -> findings.add(Finding.error("approver-twice", CHAIN, Map.of("role", role))));
        }
        return findings;
    }

    private static List<Body> bands(Settings settings) {
        Map<String, @Nullable Object> chain = settings.object(CHAIN);
        return chain.get(BANDS) instanceof List<?> ? Body.of(CHAIN, "", chain).objects(BANDS) : List.of();
    }

    private static @Nullable BigDecimal upTo(Body band) {
        return band.has(UP_TO) ? new BigDecimal(band.text(UP_TO)) : null;
    }

    private static String chain(Body band) {
        return String.join(", ", band.texts("chain"));
    }
}

package xindang.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xindang.engine.creditline.GradePolicy;
import xindang.engine.creditline.GradePolicy.ApprovalLevel;
import xindang.engine.creditline.GradePolicy.CooperationTerm;
import xindang.engine.creditline.GradePolicy.CooperationTerm.Length;
import xindang.engine.creditline.GradePolicy.Guarantee;
import xindang.engine.creditline.GradePolicy.OrderCap;
import xindang.engine.creditline.GradePolicy.PriceClass;
import xindang.engine.creditline.GradePolicy.Settlement;
import xindang.engine.creditline.GradePolicyTable;
import xindang.engine.evaluation.Grade;
import xindang.engine.evaluation.Label;
import xindang.engine.evaluation.Measure;
import xindang.engine.evaluation.RatingPolicy;
import xindang.engine.evaluation.RatingScale;
import xindang.engine.money.Rate;

/** Bodies of kind {@code rat}: scales, blocking grades and the policy table. */
final class RatingMapping {

    private static final Map<String, Guarantee> GUARANTEES = Map.of(
            "allowed",
            Guarantee.ALLOWED,
            "suitably",
            Guarantee.SUITABLY,
            "cautious",
            Guarantee.CAUTIOUS,
            "none",
            Guarantee.NONE);
    private static final Map<String, PriceClass> PRICES =
            Map.of("favourable", PriceClass.FAVOURABLE, "moderate", PriceClass.MODERATE, "higher", PriceClass.HIGHER);
    private static final Map<String, Settlement> SETTLEMENTS = Map.of(
            "openAccount", Settlement.OPEN_ACCOUNT,
            "partPrepayment", Settlement.PART_PREPAYMENT,
            "prepayment", Settlement.PREPAYMENT);
    private static final Map<String, Length> LENGTHS =
            Map.of("long", Length.LONG, "normal", Length.NORMAL, "shorter", Length.SHORTER, "perDeal", Length.PER_DEAL);
    private static final Map<String, ApprovalLevel> LEVELS =
            Map.of("band", ApprovalLevel.BAND, "oneBandHigher", ApprovalLevel.ONE_BAND_HIGHER);

    private RatingMapping() {}

    static RatingPolicy policy(Body body) {
        Body override = body.object("override");
        return body.build(() -> new RatingPolicy(
                scale(body, "scale"),
                body.has("secondScale") ? Optional.of(scale(body, "secondScale")) : Optional.empty(),
                Set.copyOf(body.texts("blockingGrades")),
                override.whole("maxSteps"),
                override.text("approver"),
                Durations.months(body, "validity")));
    }

    static GradePolicyTable table(Body body) {
        Body table = body.object("policyTable");
        Map<String, RatingScale> scales = scales(body);
        RatingScale scale = scales.get(table.text("scale"));
        if (scale == null) {
            throw table.wrong("scale", "there is no scale " + table.text("scale") + " among " + scales.keySet());
        }
        List<GradePolicy> rows =
                table.objects("rows").stream().map(RatingMapping::row).toList();
        return table.build(() -> new GradePolicyTable(scale, rows));
    }

    /** The whole catalogue of scales, by id. */
    static Map<String, RatingScale> scales(Body body) {
        Body catalogue = body.object("scales");
        var scales = new LinkedHashMap<String, RatingScale>();
        for (String id : catalogue.names()) {
            Body scale = catalogue.object(id);
            List<Grade> grades =
                    scale.objects("grades").stream().map(RatingMapping::grade).toList();
            scales.put(id, scale.build(() -> new RatingScale(id, grades)));
        }
        return scales;
    }

    private static RatingScale scale(Body body, String name) {
        RatingScale scale = scales(body).get(body.text(name));
        if (scale == null) {
            throw body.wrong(name, "there is no scale " + body.text(name) + " in the catalogue \"scales\"");
        }
        return scale;
    }

    private static Grade grade(Body body) {
        return body.build(() -> new Grade(
                body.text("code"),
                label(body, "meaning"),
                body.whole("position"),
                body.has("minScore") ? body.read("minScore", Measure::of) : null));
    }

    static Label label(Body body, String name) {
        Body label = body.object(name);
        return new Label(label.text("zh"), label.text("en"));
    }

    private static GradePolicy row(Body row) {
        Body term = row.object("cooperationTerm");
        CooperationTerm cooperation = term.build(
                () -> new CooperationTerm(term.word("length", LENGTHS), term.has("months") ? term.whole("months") : 0));
        return row.build(() -> new GradePolicy(
                row.text("grade"),
                row.read("limitFactor", Rate::of),
                row.whole("creditPeriodDays"),
                row.read("unsecuredShare", Rate::of),
                row.read("depositRate", Rate::of),
                row.word("guarantee", GUARANTEES),
                cooperation,
                row.word("priceClass", PRICES),
                row.word("settlement", SETTLEMENTS),
                row.whole("receptionPriority"),
                row.read("orderCapShare", RatingMapping::orderCap),
                row.word("approvalLevel", LEVELS)));
    }

    private static OrderCap orderCap(String text) {
        return switch (text) {
            case "none" -> new OrderCap.None();
            case "perDeal" -> new OrderCap.PerDeal();
            default -> new OrderCap.Share(Rate.of(text));
        };
    }
}

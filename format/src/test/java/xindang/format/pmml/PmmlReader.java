package xindang.format.pmml;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import xindang.engine.evaluation.Attribute;
import xindang.engine.evaluation.Characteristic;
import xindang.engine.evaluation.Condition;
import xindang.engine.evaluation.Condition.Between;
import xindang.engine.evaluation.Condition.OneOf;
import xindang.engine.evaluation.Indicator;
import xindang.engine.evaluation.Indicator.Invalid;
import xindang.engine.evaluation.Indicator.Kind;
import xindang.engine.evaluation.Label;
import xindang.engine.evaluation.Measure;
import xindang.engine.evaluation.MissingRule;
import xindang.engine.evaluation.Points;
import xindang.engine.evaluation.Scorecard;
import xindang.engine.evaluation.Scorecard.Direction;
import xindang.engine.evaluation.Scorecard.Origin;
import xindang.engine.evaluation.Scorecard.ReasonRule;

/**
 * Reads the part of PMML that scorecards of one indicator per characteristic use; anything else is an error. For tests only:
 * it lets published models with published results judge the engine.
 */
final class PmmlReader {

    private final Element root;
    private final Map<String, Element> fields = new LinkedHashMap<>();

    private PmmlReader(Element root) {
        this.root = root;
        for (Element field : below(root, "DataField")) {
            fields.put(field.getAttribute("name"), field);
        }
    }

    static Scorecard read(InputStream in) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return new PmmlReader(factory.newDocumentBuilder().parse(in).getDocumentElement()).card();
    }

    private Scorecard card() {
        Element model = below(root, "Scorecard").getFirst();
        var indicators = new ArrayList<Indicator>();
        for (Element field : below(model, "MiningField")) {
            if (field.getAttribute("usageType").equals("active")) {
                indicators.add(indicator(field));
            }
        }
        var lines = below(model, "Characteristic").stream().map(this::line).toList();
        int reasons = (int) below(model, "OutputField").stream()
                .filter(field -> field.getAttribute("feature").equals("reasonCode"))
                .count();
        return new Scorecard(
                model.getAttribute("modelName"),
                Label.of(model.getAttribute("modelName")),
                Origin.IMPORTED,
                Measure.of(model.getAttribute("initialScore")),
                indicators,
                lines,
                List.of(),
                new ReasonRule(
                        model.getAttribute("reasonCodeAlgorithm").equals("pointsAbove")
                                ? Direction.POINTS_ABOVE
                                : Direction.POINTS_BELOW,
                        reasons));
    }

    private Indicator indicator(Element mining) {
        String name = mining.getAttribute("name");
        Element field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException("no DataField " + name);
        }
        var ranges = new ArrayList<Between>();
        for (Element interval : below(field, "Interval")) {
            String closure = interval.getAttribute("closure");
            ranges.add(new Between(
                    number(interval, "leftMargin"),
                    closure.startsWith("closed"),
                    number(interval, "rightMargin"),
                    closure.endsWith("Closed")));
        }
        var texts = below(field, "Value").stream()
                .map(value -> value.getAttribute("value"))
                .toList();
        boolean asMissing = mining.getAttribute("invalidValueTreatment").equals("asMissing");
        return new Indicator(
                name,
                Label.of(name),
                field.getAttribute("optype").equals("continuous") ? Kind.QUANTITATIVE : Kind.QUALITATIVE,
                ranges,
                texts,
                asMissing ? Invalid.AS_MISSING : Invalid.REFUSE,
                mining.getAttribute("missingValueTreatment").equals("returnInvalid"));
    }

    private Characteristic line(Element element) {
        List<Attribute> rows =
                below(element, "Attribute").stream().map(this::attribute).toList();
        return new Characteristic(
                element.getAttribute("name"),
                Label.of(element.getAttribute("name")),
                below(element, "SimplePredicate").getFirst().getAttribute("field"),
                Measure.ZERO,
                Measure.of(element.getAttribute("baselineScore")),
                element.getAttribute("reasonCode"),
                MissingRule.BY_ATTRIBUTE,
                rows);
    }

    private Attribute attribute(Element element) {
        Element predicate = children(element).getFirst();
        Points points = element.hasAttribute("partialScore")
                ? Points.of(element.getAttribute("partialScore"))
                : linear(below(element, "Apply").getFirst());
        return new Attribute(condition(predicate), points);
    }

    private Condition condition(Element predicate) {
        return switch (predicate.getTagName()) {
            case "True" -> new Condition.Otherwise();
            case "SimplePredicate" -> simple(predicate);
            case "CompoundPredicate" -> both(children(predicate));
            default -> throw new IllegalArgumentException(predicate.getTagName());
        };
    }

    private Condition simple(Element predicate) {
        String value = predicate.getAttribute("value");
        return switch (predicate.getAttribute("operator")) {
            case "isMissing" -> new Condition.Missing();
            case "equal" -> new OneOf(List.of(value));
            case "lessThan" -> new Between(null, false, Measure.of(value), false);
            case "lessOrEqual" -> new Between(null, false, Measure.of(value), true);
            case "greaterThan" -> new Between(Measure.of(value), false, null, false);
            case "greaterOrEqual" -> new Between(Measure.of(value), true, null, false);
            default -> throw new IllegalArgumentException(predicate.getAttribute("operator"));
        };
    }

    private Condition both(List<Element> predicates) {
        var low = (Between) simple(predicates.getFirst());
        var high = (Between) simple(predicates.getLast());
        return new Between(low.lo(), low.loInclusive(), high.hi(), high.hiInclusive());
    }

    /** {@code slope * field + base} or {@code slope * field - base}, the two shapes published examples use. */
    private static Points linear(Element apply) {
        List<BigDecimal> constants = below(apply, "Constant").stream()
                .map(constant -> new BigDecimal(constant.getTextContent()))
                .toList();
        BigDecimal base =
                apply.getAttribute("function").equals("-") ? constants.getLast().negate() : constants.getLast();
        return new Points.Linear(Measure.of(base), Measure.of(constants.getFirst()));
    }

    private static @Nullable Measure number(Element element, String name) {
        return element.hasAttribute(name) ? Measure.of(element.getAttribute(name)) : null;
    }

    private static List<Element> below(Element element, String tag) {
        var found = new ArrayList<Element>();
        var nodes = element.getElementsByTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static List<Element> children(Element element) {
        var found = new ArrayList<Element>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                found.add(child);
            }
        }
        return found;
    }
}

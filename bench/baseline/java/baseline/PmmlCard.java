package baseline;

import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import org.jpmml.evaluator.FieldValue;
import org.jpmml.evaluator.InputField;
import org.jpmml.evaluator.LoadingModelEvaluatorBuilder;
import org.jpmml.evaluator.ModelEvaluator;
import org.xml.sax.SAXException;

/**
 * Anchor of P10: a scorecard of ten characteristics (five numbers in five ranges, five answers of four) in
 * jpmml-evaluator. The constants are public because our side builds the same card of them.
 */
public final class PmmlCard {

    /** Numbers and answers each. */
    public static final int HALF = 5;

    /** Ranges of a number. */
    public static final int RANGES = 5;

    /** The answers. */
    public static final List<String> ANSWERS = List.of("A", "B", "C", "D");

    private final ModelEvaluator<?> evaluator;
    private final int reasons;

    /** Builds the card with so many reason codes in its output. */
    public PmmlCard(int reasons) throws ParserConfigurationException, SAXException, JAXBException {
        this.reasons = reasons;
        evaluator = (ModelEvaluator<?>) new LoadingModelEvaluatorBuilder()
                .load(new ByteArrayInputStream(pmml(reasons).getBytes(StandardCharsets.UTF_8)))
                .build();
        evaluator.verify();
    }

    /** Points of a range of a number. */
    public static int points(int number, int range) {
        return 5 + number + range * 7;
    }

    /** Points of an answer. */
    public static int answerPoints(int question, int answer) {
        return 3 + question * 2 + answer * 5;
    }

    /** Upper end of a range, not included; the last range has none. */
    public static int cut(int range) {
        return 20 * (range + 1);
    }

    /** Baseline of a number; the fractions keep all distances apart, so that "the first reason" has one meaning. */
    public static String baseline(int number) {
        return "30." + (2 * number + 1);
    }

    /** Baseline of an answer. */
    public static String answerBaseline(int question) {
        return "20." + 2 * question;
    }

    /** Reads arguments once, so that an evaluation need not; the faster of jpmml's two ways. */
    public Map<String, FieldValue> prepare(Map<String, ?> applicant) {
        var prepared = new LinkedHashMap<String, FieldValue>();
        for (InputField field : evaluator.getInputFields()) {
            prepared.put(field.getName(), field.prepare(applicant.get(field.getName())));
        }
        return prepared;
    }

    /** Scores; returns jpmml's result, {@code score} and {@code r1}, {@code r2} … */
    public Map<String, ?> evaluate(Map<String, ?> applicant) {
        return evaluator.evaluate(applicant);
    }

    /** The names of the reasons in the result. */
    public List<String> reasonNames() {
        var names = new ArrayList<String>();
        for (int rank = 1; rank <= reasons; rank++) {
            names.add("r" + rank);
        }
        return names;
    }

    private static String pmml(int reasons) {
        var text = new StringBuilder("<PMML xmlns=\"http://www.dmg.org/PMML-4_4\" version=\"4.4\"><Header/>");
        text.append("<DataDictionary>");
        for (int i = 0; i < HALF; i++) {
            text.append("<DataField name=\"n" + i + "\" optype=\"continuous\" dataType=\"double\"/>");
            text.append("<DataField name=\"c" + i + "\" optype=\"categorical\" dataType=\"string\">");
            ANSWERS.forEach(answer -> text.append("<Value value=\"" + answer + "\"/>"));
            text.append("</DataField>");
        }
        text.append("</DataDictionary><Scorecard functionName=\"regression\" useReasonCodes=\"true\"")
                .append(" reasonCodeAlgorithm=\"pointsBelow\" initialScore=\"0\"><MiningSchema>");
        for (int i = 0; i < HALF; i++) {
            text.append("<MiningField name=\"n" + i + "\"/><MiningField name=\"c" + i + "\"/>");
        }
        text.append("</MiningSchema><Output><OutputField name=\"score\" feature=\"predictedValue\"")
                .append(" dataType=\"double\" optype=\"continuous\"/>");
        for (int rank = 1; rank <= reasons; rank++) {
            text.append("<OutputField name=\"r" + rank + "\" rank=\"" + rank + "\" feature=\"reasonCode\"")
                    .append(" dataType=\"string\" optype=\"categorical\"/>");
        }
        text.append("</Output><Characteristics>");
        for (int i = 0; i < HALF; i++) {
            number(text, i);
        }
        for (int i = 0; i < HALF; i++) {
            answer(text, i);
        }
        return text.append("</Characteristics></Scorecard></PMML>").toString();
    }

    private static void number(StringBuilder text, int i) {
        text.append(String.format(
                Locale.ROOT,
                "<Characteristic name=\"n%d\" reasonCode=\"RN%d\" baselineScore=\"%s\">",
                i,
                i,
                baseline(i)));
        for (int r = 0; r < RANGES; r++) {
            String low = simple("n" + i, "greaterOrEqual", cut(r - 1));
            String high = simple("n" + i, "lessThan", cut(r));
            text.append("<Attribute partialScore=\"" + points(i, r) + "\">")
                    .append(
                            r == 0
                                    ? high
                                    : r == RANGES - 1
                                            ? low
                                            : "<CompoundPredicate booleanOperator=\"and\">" + low + high
                                                    + "</CompoundPredicate>")
                    .append("</Attribute>");
        }
        text.append("</Characteristic>");
    }

    private static void answer(StringBuilder text, int i) {
        text.append(String.format(
                Locale.ROOT,
                "<Characteristic name=\"c%d\" reasonCode=\"RC%d\" baselineScore=\"%s\">",
                i,
                i,
                answerBaseline(i)));
        for (int v = 0; v < ANSWERS.size(); v++) {
            text.append("<Attribute partialScore=\"" + answerPoints(i, v) + "\">")
                    .append(simple("c" + i, "equal", ANSWERS.get(v)))
                    .append("</Attribute>");
        }
        text.append("</Characteristic>");
    }

    private static String simple(String field, String operator, Object value) {
        return "<SimplePredicate field=\"" + field + "\" operator=\"" + operator + "\" value=\"" + value + "\"/>";
    }
}

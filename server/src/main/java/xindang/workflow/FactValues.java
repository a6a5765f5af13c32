package xindang.workflow;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import xindang.engine.workflow.FlowDefinition;
import xindang.engine.workflow.FlowFact;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;

/** Values of facts as cases keep them (要素取值): checked by their type at the edge; amounts are texts with two decimals. */
public final class FactValues {

    private static final int LONGEST = 2000;
    private static final String AMOUNT = "-?(0|[1-9][0-9]{0,12})([.][0-9]{1,2})?";

    private FactValues() {}

    /**
     * What a case says of itself, as it is kept.
     *
     * @param told values by code as the caller gave them
     * @throws Refusal 422 with every fact that is missing, unknown or of another type
     */
    public static Map<String, Object> of(FlowDefinition flow, Map<String, @Nullable Object> told) {
        var values = new TreeMap<String, Object>();
        var wrong = new ArrayList<Reason>();
        told.keySet().stream()
                .filter(code -> flow.fact(code).isEmpty())
                .forEach(code -> wrong.add(Reason.field("facts." + shortened(code), "unknown")));
        for (FlowFact fact : flow.facts()) {
            Object value = told.get(fact.code());
            if (value == null || value.equals("")) {
                if (fact.required()) {
                    wrong.add(Reason.field("facts." + fact.code(), "required"));
                }
                continue;
            }
            Object kept = value(fact, value);
            if (kept == null) {
                wrong.add(Reason.field("facts." + fact.code(), "wrong-form"));
            } else {
                values.put(fact.code(), kept);
            }
        }
        if (!wrong.isEmpty()) {
            throw Refusal.of(Code.INVALID_FIELDS, List.copyOf(wrong));
        }
        return values;
    }

    private static @Nullable Object value(FlowFact fact, Object told) {
        return switch (fact.type()) {
            case TEXT -> told instanceof String text && isClean(text) ? text.strip() : null;
            case NUMBER -> told instanceof Integer || told instanceof Long ? ((Number) told).longValue() : null;
            case AMOUNT -> told instanceof String text && text.matches(AMOUNT) ? amount(text) : null;
            case YES -> told instanceof Boolean yes ? yes : null;
            case DATE -> told instanceof String text ? date(text) : null;
            case CHOICE -> told instanceof String text && fact.choices().contains(text) ? text : null;
        };
    }

    private static boolean isClean(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST
                && text.chars().noneMatch(one -> Character.isISOControl(one) && one != '\n');
    }

    private static String amount(String text) {
        return new BigDecimal(text).setScale(2).toPlainString();
    }

    private static @Nullable String date(String text) {
        try {
            return text.length() == 10 ? LocalDate.parse(text).toString() : null;
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static String shortened(String code) {
        return code.length() <= 40 ? code : code.substring(0, 40);
    }

    /** An amount in whole minor units. */
    static long minor(String amount) {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }
}

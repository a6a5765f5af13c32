package xindang.platform.expression;

import static dev.cel.common.CelFunctionDecl.newFunctionDeclaration;
import static dev.cel.common.CelOverloadDecl.newGlobalOverload;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelEvaluationExceptionBuilder;
import dev.cel.runtime.CelFunctionBinding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Functions beyond those of the language (内置函数): dates as texts, sums of columns, and exact products of amounts. A factor is the
 * shortest decimal that stands for its number, as it was typed; products are rounded half up to whole minor units.
 */
final class Functions {

    private static final CelType TEXT = SimpleType.STRING;
    private static final CelType WHOLE = SimpleType.INT;
    private static final CelType DECIMAL = SimpleType.DOUBLE;

    private Functions() {}

    static List<CelFunctionDecl> declared() {
        return List.of(
                one("days", newGlobalOverload("days", WHOLE, TEXT, TEXT)),
                one("addDays", newGlobalOverload("addDays", TEXT, TEXT, WHOLE)),
                one("addMonths", newGlobalOverload("addMonths", TEXT, TEXT, WHOLE)),
                one("times", newGlobalOverload("times", WHOLE, WHOLE, DECIMAL)),
                one("percent", newGlobalOverload("percent", WHOLE, WHOLE, DECIMAL)),
                one("money", newGlobalOverload("money", WHOLE, TEXT)),
                one("sum", newGlobalOverload("sum", WHOLE, ValueKind.ROWS.type(), TEXT)));
    }

    private static CelFunctionDecl one(String name, dev.cel.common.CelOverloadDecl overload) {
        return newFunctionDeclaration(name, overload);
    }

    static List<CelFunctionBinding> bound() {
        return List.of(
                CelFunctionBinding.from(
                        "days",
                        String.class,
                        String.class,
                        (from, to) -> ChronoUnit.DAYS.between(date(from), date(to))),
                CelFunctionBinding.from(
                        "addDays", String.class, Long.class, (day, count) -> moved(date(day), count, ChronoUnit.DAYS)),
                CelFunctionBinding.from(
                        "addMonths",
                        String.class,
                        Long.class,
                        (day, count) -> moved(date(day), count, ChronoUnit.MONTHS)),
                CelFunctionBinding.from(
                        "times", Long.class, Double.class, (amount, factor) -> times(amount, factor, 0)),
                CelFunctionBinding.from(
                        "percent", Long.class, Double.class, (amount, factor) -> times(amount, factor, 2)),
                CelFunctionBinding.from("money", String.class, Functions::money),
                CelFunctionBinding.from("sum", List.class, String.class, Functions::sum));
    }

    private static LocalDate date(String text) throws CelEvaluationException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException none) {
            throw unable("no date: " + text);
        }
    }

    private static String moved(LocalDate day, long count, ChronoUnit unit) throws CelEvaluationException {
        try {
            LocalDate moved = day.plus(count, unit);
            if (moved.getYear() >= 1 && moved.getYear() <= 9999) {
                return moved.toString();
            }
        } catch (DateTimeException | ArithmeticException _) {
            // Told below like a year that no date of ours has.
        }
        throw unable("beyond all dates");
    }

    private static long times(long amount, double factor, int shift) throws CelEvaluationException {
        try {
            return BigDecimal.valueOf(factor)
                    .multiply(BigDecimal.valueOf(amount))
                    .movePointLeft(shift)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        } catch (ArithmeticException | NumberFormatException _) {
            throw unable("number too large");
        }
    }

    /** An amount as people write it, in whole minor units of two decimals. */
    private static long money(String amount) throws CelEvaluationException {
        try {
            return new BigDecimal(amount).movePointRight(2).longValueExact();
        } catch (NumberFormatException | ArithmeticException _) {
            throw unable("no amount: " + amount);
        }
    }

    private static long sum(List<?> rows, String column) throws CelEvaluationException {
        long sum = 0;
        for (Object row : rows) {
            Object value = row instanceof Map<?, ?> cells ? cells.get(column) : null;
            if (!(value instanceof Long whole)) {
                throw unable("no column of amounts or whole numbers: " + column);
            }
            try {
                sum = Math.addExact(sum, whole);
            } catch (ArithmeticException _) {
                throw unable("number too large");
            }
        }
        return sum;
    }

    private static CelEvaluationException unable(String why) {
        return CelEvaluationExceptionBuilder.newBuilder(why).build();
    }
}

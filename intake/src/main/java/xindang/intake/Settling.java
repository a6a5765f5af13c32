package xindang.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import xindang.engine.receivable.PaymentTerm;

/**
 * Settles what only the whole file can tell: the order of dates such as 3/4/2025, due days by term, and the dollar meant
 * by {@code $}.
 */
final class Settling {

    private static final Field[] DATES = {Field.ISSUED, Field.DUE, Field.SETTLED};
    private static final List<String> DOLLARS = List.of("USD", "HKD", "CAD", "AUD", "SGD", "TWD", "NZD");

    private final Run run;
    private final Plan plan;
    private final FileResult result;
    private final @Nullable DateOrder[] orders = new @Nullable DateOrder[Field.COUNT];

    Settling(Run run, Plan plan, FileResult result) {
        this.run = run;
        this.plan = plan;
        this.result = result;
    }

    void settle(List<Block> blocks) {
        decideOrders(blocks);
        for (Block block : blocks) {
            if (block.unsettledDates) {
                settleDates(block);
            }
        }
        settleDollars(blocks);
    }

    private void decideOrders(List<Block> blocks) {
        List<Field> open = new ArrayList<>();
        for (Field field : DATES) {
            int[] evidence = new int[3];
            for (Block block : blocks) {
                for (int i = 0; i < 3; i++) {
                    evidence[i] += block.dateEvidence[field.index()][i];
                }
            }
            if (Arrays.stream(evidence).allMatch(n -> n == 0)) {
                continue;
            }
            DateOrder mapped = plan.order[field.index()];
            if (mapped != null) {
                set(field, mapped, Reading.OrderSource.MAP);
            } else if (evidence[0] > 0 != evidence[1] > 0) {
                set(field, evidence[0] > 0 ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST, Reading.OrderSource.COLUMN);
            } else if (evidence[0] > 0) {
                ask(field, blocks, true);
            } else {
                open.add(field);
            }
        }
        for (Field field : open) {
            DateOrder other = commonOrder();
            if (other != null) {
                set(field, other, Reading.OrderSource.OTHER_COLUMN);
            } else {
                ask(field, blocks, false);
            }
        }
    }

    /** The order the decided columns agree on, null if none is decided or they differ. */
    private @Nullable DateOrder commonOrder() {
        DateOrder common = null;
        for (DateOrder order : orders) {
            if (order != null && common != null && order != common) {
                return null;
            }
            common = order == null ? common : order;
        }
        return common;
    }

    private void set(Field field, DateOrder order, Reading.OrderSource source) {
        orders[field.index()] = order;
        result.orders.put(field, new Reading.Order(order, source));
    }

    private void ask(Field field, List<Block> blocks, boolean contradictory) {
        int at = field.index();
        List<IntakeProblem.Choice> choices = new ArrayList<>();
        for (DateOrder order : List.of(DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)) {
            choices.add(new IntakeProblem.Choice(
                    order.key(), ColumnMap.lineFor(field, plan.headers, plan.column(field), "dates", order.key())));
        }
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("file", plan.file);
        arguments.put("field", field.key());
        arguments.put("column", plan.header(field));
        arguments.put("example", first(blocks, b -> contradictory ? b.dateProof[at][0] : b.dateExample[at]));
        if (contradictory) {
            arguments.put("other", first(blocks, b -> b.dateProof[at][1]));
        }
        int answer = run.options.answer(new IntakeProblem(
                contradictory ? IntakeProblem.Code.DATE_ORDER_CONTRADICTORY : IntakeProblem.Code.DATE_ORDER_AMBIGUOUS,
                arguments,
                choices));
        set(field, answer == 0 ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST, Reading.OrderSource.ANSWER);
    }

    private static String first(List<Block> blocks, ToIntFunction<Block> example) {
        return Dates.text(blocks.stream()
                .mapToInt(example)
                .filter(d -> d != 0)
                .findFirst()
                .orElse(0));
    }

    private void settleDates(Block block) {
        int kept = 0;
        for (int row = 0; row < block.rows; row++) {
            if (settleDates(block, row)) {
                if (kept != row) {
                    block.move(row, kept);
                }
                kept++;
            }
        }
        block.rows = kept;
    }

    private boolean settleDates(Block block, int row) {
        if (!settle(block, row, block.issued, Field.ISSUED) || !settle(block, row, block.settled, Field.SETTLED)) {
            return false;
        }
        int due = block.due[row];
        if (due < Dates.TERM || due >= Dates.PACKED) {
            return settle(block, row, block.due, Field.DUE);
        }
        PaymentTerm term = Objects.requireNonNull(run.terms.term(due & (Dates.TERM - 1)));
        try {
            LocalDate day = term.dueOn(LocalDate.ofEpochDay(block.issued[row]));
            block.due[row] = Dates.day(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        } catch (DateTimeException e) {
            block.due[row] = Dates.BAD;
        }
        if (block.due[row] == Dates.BAD) {
            block.rejects.add(block.line[row], Field.TERM, RejectCode.BAD_DATE, term.toString());
            return false;
        }
        return true;
    }

    private boolean settle(Block block, int row, int[] column, Field field) {
        int value = column[row];
        if (value < Dates.PACKED) {
            return true;
        }
        column[row] = Dates.resolve(value, orders[field.index()]);
        if (column[row] == Dates.BAD) {
            block.rejects.add(block.line[row], field, RejectCode.BAD_DATE, Dates.text(value));
            return false;
        }
        return true;
    }

    private void settleDollars(List<Block> blocks) {
        for (Block block : blocks) {
            if (block.dollars > 0 && result.dollar == Currencies.NONE) {
                result.dollar = askDollar(block);
            }
            for (int row = 0; row < block.rows && block.dollars > 0; row++) {
                if (block.currency[row] == Currencies.DOLLAR_SIGN) {
                    block.currency[row] = (short) result.dollar;
                }
            }
        }
    }

    /** Which dollar; all offered have cents, as rows read so far assume. */
    private int askDollar(Block block) {
        List<IntakeProblem.Choice> choices = DOLLARS.stream()
                .map(code -> new IntakeProblem.Choice(
                        code, ColumnMap.lineFor(Field.AMOUNT, plan.headers, plan.column(Field.AMOUNT), "unit", code)))
                .toList();
        int answer = run.options.answer(new IntakeProblem(
                IntakeProblem.Code.CURRENCY_AMBIGUOUS,
                Map.of(
                        "file",
                        plan.file,
                        "line",
                        block.lineBase + block.dollarLine,
                        "column",
                        plan.header(Field.AMOUNT)),
                choices));
        return Currencies.of(DOLLARS.get(answer));
    }
}

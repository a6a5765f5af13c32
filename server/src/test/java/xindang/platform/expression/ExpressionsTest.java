package xindang.platform.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.gates.Requirement;

/** What users write is typed, exact with amounts, and cannot do more than compute. */
class ExpressionsTest {

    private static final Names NAMES = new Names(Map.of(
            "amount", ValueKind.WHOLE,
            "rate", ValueKind.DECIMAL,
            "kind", ValueKind.TEXT,
            "day", ValueKind.TEXT,
            "tags", ValueKind.TEXTS,
            "rows", ValueKind.ROWS));

    /** 1,000.05 yuan, 7.5 percent; two rows of 0.10 and 0.20. */
    private static final Map<String, Object> VALUES = Map.of(
            "amount",
            100_005L,
            "rate",
            7.5,
            "kind",
            "现款",
            "day",
            "2026-01-31",
            "tags",
            List.of("a", "b"),
            "rows",
            List.of(Map.of("price", 10L, "share", 0.1), Map.of("price", 20L, "share", 0.2)));

    private static Outcome outcome(String text, ValueKind gives) {
        return ((Expression) Expressions.compile(text, NAMES, gives)).evaluate(VALUES);
    }

    @ParameterizedTest(name = "{0}")
    @Requirement("LCD-01")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', quoteCharacter = '"', textBlock = """
            expression                                   | gives   | value
            amount + 1                                   | WHOLE   | 100006
            percent(amount, rate)                        | WHOLE   | 7500
            times(amount, 0.5)                           | WHOLE   | 50003
            times(amount, 1.1)                           | WHOLE   | 110006
            sum(rows, 'price')                           | WHOLE   | 30
            rows.filter(r, r.price > 10).size()          | WHOLE   | 1
            amount > 100000 && kind == '现款'            | TRUTH   | true
            amount > rate                                | TRUTH   | true
            'a' in tags                                  | TRUTH   | true
            rows.exists(r, r.price == 20)                | TRUTH   | true
            days(day, '2026-03-01')                      | WHOLE   | 29
            addMonths(day, 1)                            | TEXT    | 2026-02-28
            addDays(day, 1)                              | TEXT    | 2026-02-01
            rate * 2.0                                   | DECIMAL | 15.0
            amount > 5 ? '大额' : '小额'                 | TEXT    | 大额""")
    void it_computes_what_it_says(String text, ValueKind gives, String value) {
        assertThat(outcome(text, gives))
                .isInstanceOfSatisfying(
                        Outcome.Value.class,
                        one -> assertThat(one.value().toString()).isEqualTo(value));
    }

    @ParameterizedTest(name = "{0}")
    @Requirement("LCD-01")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', quoteCharacter = '"', textBlock = """
            text                       | gives | column | says
            amout + 1                  | WHOLE | 1      | undeclared reference to 'amout'
            amount + kind              | WHOLE | 8      | no matching overload
            amount * rate              | WHOLE | 8      | no matching overload
            amount +                   | WHOLE | 9      | mismatched input
            amount                     | TRUTH | 1      | gives int, not truth
            getClass()                 | TEXT  | 9      | undeclared reference to 'getClass'""")
    void what_is_none_is_refused_with_its_place(String text, ValueKind gives, int column, String says) {
        assertThat(Expressions.compile(text, NAMES, gives)).isInstanceOfSatisfying(Compiled.Faulty.class, one -> {
            assertThat(one.faults().getFirst().line()).isEqualTo(1);
            assertThat(one.faults().getFirst().column()).isEqualTo(column);
            assertThat(one.faults().getFirst().message()).contains(says);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', quoteCharacter = '"', textBlock = """
            expression                         | gives | says
            amount / 0                         | WHOLE | / by zero
            amount * 9000000000000000000       | WHOLE | overflow
            days('', day)                      | WHOLE | no date
            addDays(day, 9000000000000000000)  | TEXT  | beyond all dates
            sum(rows, 'share')                 | WHOLE | no column of amounts
            rows[0].share                      | WHOLE | gives no whole
            rows[0].nothing                    | WHOLE | key 'nothing' is not present""")
    void what_cannot_be_computed_gives_no_value_and_says_why(String text, ValueKind gives, String says) {
        assertThat(outcome(text, gives))
                .isInstanceOfSatisfying(
                        Outcome.NoValue.class, one -> assertThat(one.why()).contains(says));
    }

    @Test
    void what_would_take_too_long_is_cut_off() {
        var names = new Names(Map.of("rows", ValueKind.TEXTS));
        var text = "rows.map(a, rows.map(b, rows.map(c, c))).size()";
        var many = (Expression) Expressions.compile(text, names, ValueKind.WHOLE);
        assertThat(many.evaluate(Map.of("rows", Collections.nCopies(200, "x")))).isInstanceOf(Outcome.NoValue.class);
        assertThat(Expressions.compile("1" + "+1".repeat(Expressions.LONGEST), names, ValueKind.WHOLE))
                .isInstanceOf(Compiled.Faulty.class);
        String deep = "(".repeat(60) + "1" + ")".repeat(60);
        assertThat(Expressions.compile(deep, names, ValueKind.WHOLE)).isInstanceOf(Compiled.Faulty.class);
    }

    @Test
    void it_tells_which_names_it_uses() {
        var one =
                (Expression) Expressions.compile("rows.map(kind, kind.price).size() + amount", NAMES, ValueKind.WHOLE);
        assertThat(one.uses()).contains("rows", "amount");
    }
}

package xindang.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColumnMapTest {

    private static final String TEXT = "Kd,Nr,Tag,Wert,Rest\nA,1,3.4.2025,\"1.234,50\",\"34,50\"\n";

    @Test
    void a_map_names_columns_styles_and_units() {
        Ledger ledger = Ledgers.read(TEXT, Ledgers.mapped("""
                # what the columns of our old system mean
                customer: Kd
                invoice: Nr
                due: {column: Tag}
                amount: {column: Wert, unit: 千美元, decimals: comma}
                outstanding: 5
                """));
        assertThat(Ledgers.rejects(ledger)).isEmpty();
        assertThat(Ledgers.rows(ledger)).containsExactly("A 1 - 2025-04-03 - 123450000 123446550 USD");
    }

    @Test
    void a_partial_map_leaves_the_rest_to_recognition() {
        Ledger ledger = Ledgers.read("客户,到期日,金额,含税额\nA,2025-01-31,1,2\n", Ledgers.mapped("amount: 含税额"));
        assertThat(Ledgers.rows(ledger)).containsExactly("A 2 - 2025-01-31 - 200 0 CNY");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            map                                 | code                | line | argument
            'customer: Kd\nfoo: Nr'             | MAP_KEY_UNKNOWN     | 2    | key=foo
            'customer: Kd\nCustomer: Nr'        | MAP_KEY_UNKNOWN     | 2    | key=Customer
            'due: {column: Tag, dates: never}'  | MAP_VALUE_BAD       | 1    | key=due.dates
            'due: {column: Tag, unit: USD}'     | MAP_VALUE_BAD       | 1    | key=due.unit
            'amount: {column: Wert, unit: foo}' | MAP_VALUE_BAD       | 1    | value=foo
            'amount: {colum: Wert}'             | MAP_VALUE_BAD       | 1    | value=colum
            'amount: {unit: USD}'               | MAP_VALUE_BAD       | 1    | key=amount
            'amount: [Wert]'                    | MAP_VALUE_BAD       | 1    | key=amount
            'amount:'                           | MAP_VALUE_BAD       | 1    | key=amount
            '- amount'                          | MAP_UNREADABLE      |      | reason=not a mapping
            'amount: {'                         | MAP_UNREADABLE      |      |
            'amount: Wert\namount: Rest'        | MAP_VALUE_BAD       | 2    | key=amount
            '\n\namount: Betrag'                | MAP_COLUMN_MISSING  | 3    | column=Betrag
            'amount: 9'                         | MAP_COLUMN_MISSING  | 1    | column=9
            'customer: Kd\ndue: Tag\namount: Wert\noutstanding: 4' | MAP_COLUMN_TWICE | 4 | column=Wert""")
    void a_bad_map_is_named_by_line(String yaml, IntakeProblem.Code code, Integer line, String argument) {
        assertThatThrownBy(() -> Ledgers.read(TEXT, Ledgers.mapped(yaml.replace("\\n", "\n"))))
                .asInstanceOf(InstanceOfAssertFactories.type(IntakeProblem.class))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.arguments().get("line")).isEqualTo(line);
                    Map<String, String> shown = new TreeMap<>();
                    problem.arguments().forEach((k, v) -> shown.put(k, k + "=" + v));
                    assertThat(argument == null || shown.containsValue(argument))
                            .isTrue();
                });
    }
}

package xindang.engine.receivable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.engine.receivable.PaymentTerm.EndOfMonth;
import xindang.engine.receivable.PaymentTerm.Net;
import xindang.gates.Requirement;

class PaymentTermTest {

    @Requirement("AR-01")
    @ParameterizedTest(name = "{0}: issued {2} is due {3}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            situation,                  term,   issued,     due
            thirty days,                N30,    2016-01-22, 2016-02-21
            thirty days again,          N30,    2017-01-22, 2017-02-21
            over the leap day,          N30,    2024-01-31, 2024-03-01
            cash,                       N0,     2017-01-22, 2017-01-22
            end of the following month, E1+0,   2016-01-22, 2016-02-29
            no leap day,                E1+0,   2017-01-22, 2017-02-28
            from the 31st,              E1+0,   2024-01-31, 2024-02-29
            monthly closing 30 days,    E0+30,  2024-01-10, 2024-03-01
            monthly closing on its day, E0+0,   2024-04-30, 2024-04-30
            over the year end,          E2+15,  2023-11-05, 2024-02-15""")
    void a_term_gives_the_due_day(String situation, String term, LocalDate issued, LocalDate due) {
        assertThat(term(term).dueOn(issued)).isEqualTo(due);
    }

    @Test
    void absurd_terms_are_refused() {
        assertThatThrownBy(() -> new Net(-1)).hasMessageContaining("0–3660, not -1");
        assertThatThrownBy(() -> new Net(3661)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EndOfMonth(-1, 0)).hasMessageContaining("months");
        assertThatThrownBy(() -> new EndOfMonth(0, -1)).hasMessageContaining("days");
        assertThat(new Net(3660).days()).isEqualTo(3660);
    }

    private static PaymentTerm term(String text) {
        if (text.startsWith("N")) {
            return new Net(Integer.parseInt(text.substring(1)));
        }
        String[] parts = text.substring(1).split("\\+", 2);
        return new EndOfMonth(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
}

package xindang.engine.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.gates.Requirement;

class DaysSalesOutstandingTest {

    @Requirement("AR-08")
    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, nullValues = "none", textBlock = """
            situation,                       open, not due, window 0, window 1, window 2, window 3, simple,   count back, best
            a third of a quarter,            3000, 3000,    3000,     3000,     3000,     0,        30.0000,  30.0000,    30.0000
            part of the last window,         4500, 1500,    3000,     3000,     3000,     0,        45.0000,  45.0000,    15.0000
            everything sold is open,         9000, 0,       3000,     3000,     3000,     0,        90.0000,  90.0000,    0.0000
            reaches the fourth window,       9500, 0,       3000,     3000,     3000,     1000,     95.0000,  105.0000,   0.0000
            more open than ever sold,        9999, 0,       3000,     3000,     3000,     0,        99.9900,  none,       0.0000
            nothing open,                    0,    0,       3000,     0,        0,        0,        0.0000,   0.0000,     0.0000
            nothing issued for a quarter,    500,  0,       0,        0,        0,        1000,     none,     105.0000,   none
            a month without sales,           4000, 0,       3000,     0,        3000,     0,        60.0000,  70.0000,    0.0000
            a credit balance,                -10,  -10,     3000,     0,        0,        0,        -0.3000,  none,       -0.3000
            only credit lines issued,        10,   10,      -3000,    0,        0,        0,        none,     none,       none""")
    void three_kinds_of_days_sales_outstanding(
            String situation,
            long open,
            long notDue,
            long window0,
            long window1,
            long window2,
            long window3,
            String simple,
            String countBack,
            String best) {
        var issued = new IssuedWindows();
        issued.add(0, window0);
        issued.add(30, window1);
        issued.add(89, window2);
        issued.add(90, window3);
        var dso = DaysSalesOutstanding.of(open, notDue, issued);
        assertThat(dso.simple().map(Object::toString)).isEqualTo(Optional.ofNullable(simple));
        assertThat(dso.countBack().map(Object::toString)).isEqualTo(Optional.ofNullable(countBack));
        assertThat(dso.bestPossible().map(Object::toString)).isEqualTo(Optional.ofNullable(best));
    }

    @Test
    void without_any_issue_date_nothing_is_defined() {
        var dso = DaysSalesOutstanding.of(100, 100, new IssuedWindows());
        assertThat(dso).isEqualTo(new DaysSalesOutstanding(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void windows_of_two_ledgers_add_up() {
        var one = new IssuedWindows();
        one.add(29, 5);
        one.add(3_000, 7);
        var other = new IssuedWindows();
        other.add(0, 1);
        other.add(one);
        assertThat(other.issued(0)).isEqualTo(6);
        assertThat(other.issued(100)).isEqualTo(7);
        assertThat(other.issued(101)).isZero();
        assertThat(other.count()).isEqualTo(101);
        assertThat(other.issuedInLast(200)).isEqualTo(13);
    }
}

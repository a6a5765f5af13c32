package xindang.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.engine.calendar.WorkingDays;
import xindang.gates.Requirement;

class HolidayFileTest {

    private static final String FILE = """
            {"$id":"of another","year":2031,"papers":["a notice"],"days":[
            {"name":"元旦","date":"2030-12-31","isOffDay":true},
            {"name":"春节","date":"2031-01-19","isOffDay":false}]}""";

    private static HolidayFile.Year read(String text) {
        return HolidayFile.read("2031.json", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Requirement("QUA-06")
    void holidays_and_make_up_days_of_a_year_are_read() {
        HolidayFile.Year year = read(FILE);
        WorkingDays calendar = WorkingDays.of(List.of(year.year()), year.days());
        assertThat(year.papers()).containsExactly("a notice");
        assertThat(calendar.isWorked(LocalDate.of(2030, 12, 31)))
                .as("a Tuesday off")
                .isFalse();
        assertThat(calendar.isWorked(LocalDate.of(2031, 1, 19)))
                .as("a Sunday worked")
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            situation         | wrong                | right                 | told
            no such day       | 2031-01-19           | 2031-02-30            | no day of the calendar
            another year      | 2031-01-19           | 2032-01-19            | outside the year
            long before       | 2030-12-31           | 2030-11-30            | outside the year
            twice             | 2031-01-19           | 2030-12-31            | stands twice
            unseen in a name  | "name":"春节"        | "name":"\\u0000节"    | control character
            unseen in a paper | "a notice"           | "a \\u0007"           | control character
            no date           | "2031-01-19"         | "tomorrow"            | pattern
            no year           | "year":2031,         | "anno":2031,          | year
            off as a text     | "isOffDay":false     | "isOffDay":"no"       | isOffDay""")
    void what_cannot_be_is_told(String situation, String wrong, String right, String told) {
        assertThatThrownBy(() -> read(FILE.replace(wrong, right)))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(told);
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        String broken = FILE.replace("a notice", "\\u0007").replace("2031-01-19", "2031-02-30");
        assertThatThrownBy(() -> read(broken)).hasMessageContaining("/papers/0").hasMessageContaining("/days/1/date");
    }

    @Test
    void what_is_no_such_file_is_refused() {
        assertThatThrownBy(() -> read("[]")).isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> read("{\"year\":2031,\"days\":[]}")).isInstanceOf(FormatException.class);
    }
}

package xindang.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatesTest {

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(useHeadersInDisplayName = true, quoteCharacter = '`', delimiter = '|', textBlock = """
            cell                    | day
            2025-03-04              | 2025-03-04
            2025/03/04              | 2025-03-04
            2025.03.04              | 2025-03-04
            2025/3/4                | 2025-03-04
            2025-3-14               | 2025-03-14
            20250304                | 2025-03-04
            20250304.0              | 2025-03-04
            20250304153000          | 2025-03-04
            2025年3月4日            | 2025-03-04
            2025年03月14            | 2025-03-14
            25年3月4日              | 2025-03-04
            4.3.2025                | 2025-03-04
            04.03.25                | 2025-03-04
            45720                   | 2025-03-04
            45720.75                | 2025-03-04
            2025-03-04 15:30:00     | 2025-03-04
            2025-03-04T15:30:00Z    | 2025-03-04
            2025/3/4 0:00           | 2025-03-04
            2025-03-04 下午3:30     | 2025-03-04
            4-Mar-2025              | 2025-03-04
            04-MAR-25               | 2025-03-04
            March 4, 2025           | 2025-03-04
            ２０２５－０３－０４    | 2025-03-04
            2024-02-29              | 2024-02-29
            1900-01-01              | 1900-01-01
            2199-12-31              | 2199-12-31
            31/12/99                | packed
            5/5/2025                | 2025-05-05
            3/4/2025                | packed
            03-04-25                | packed""")
    void a_cell_is_read_as_the_day_it_means(String cell, String day) {
        int read = parse(cell);
        assertThat(read >= Dates.PACKED ? "packed" : LocalDate.ofEpochDay(read).toString())
                .isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-02-29",
                "2025-13-01",
                "2025-00-10",
                "0000-00-00",
                "00000000",
                "1899-12-31",
                "2200-01-01",
                "2025-3",
                "31/31/2025",
                "13/13/2025",
                "30",
                "1234",
                "9999",
                "2025-03-04x",
                "yesterday",
                "2025-03/04",
                "2025--3-4",
                "4 Foo 2025",
                "1e9",
                "32.1.2025"
            })
    void anything_else_is_no_date(String cell) {
        assertThat(parse(cell)).isEqualTo(Dates.BAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "--", "NULL", "null", "n/a", "N/A", "NaN", "NaT", "/", "无"})
    void words_for_nothing_are_missing(String cell) {
        assertThat(parse(cell)).isEqualTo(Dates.MISSING);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            cell,       evidence, day first,  month first
            3/4/2025,   0,        2025-04-03, 2025-03-04
            13/4/2025,  1,        2025-04-13, none
            4/13/2025,  -1,       none,       2025-04-13
            29-02-24,   1,        2024-02-29, none
            2/29/2024,  -1,       none,       2024-02-29
            1/2/80,     0,        1980-02-01, 1980-01-02
            1/2/79,     0,        2079-02-01, 2079-01-02""")
    void a_packed_date_keeps_both_readings(String cell, int evidence, String dayFirst, String monthFirst) {
        int packed = parse(cell);
        assertThat(Dates.evidence(packed)).isEqualTo(evidence);
        assertThat(shown(packed, DateOrder.DAY_FIRST)).isEqualTo(dayFirst);
        assertThat(shown(packed, DateOrder.MONTH_FIRST)).isEqualTo(monthFirst);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3/4/2025", "12-4-2025", "13/4/99", "1/2/05"})
    void a_packed_date_can_be_shown_as_it_stood(String cell) {
        assertThat(Dates.text(parse(cell))).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(ints = {1900, 1999, 2000, 2024, 2025, 2100, 2199})
    void every_day_of_a_year_is_the_day_of_the_calendar(int year) {
        for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            assertThat(parse(day.toString())).isEqualTo(day.toEpochDay());
        }
    }

    private static String shown(int packed, DateOrder order) {
        int day = Dates.resolve(packed, order);
        return day == Dates.BAD ? "none" : LocalDate.ofEpochDay(day).toString();
    }

    private static int parse(String cell) {
        byte[] b = ("##" + cell + "##").getBytes(StandardCharsets.UTF_8);
        return new Dates(Dates.SERIAL_1900).parse(b, 2, b.length - 2);
    }
}

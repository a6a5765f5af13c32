package xindang.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xindang.engine.calendar.WorkingDays;
import xindang.engine.calendar.WorkingDays.Announced;
import xindang.gates.Requirement;

/** Working days of two years as others counted them; {@code DeadlineTest} does the same with holidays of our own. */
@Tag("external")
class PublishedHolidaysTest {

    @Test
    @Requirement("QUA-06")
    void working_days_per_month_are_those_counted_elsewhere() {
        String folder = System.getenv("XINDANG_TEST_DATA");
        assumeTrue(folder != null, "XINDANG_TEST_DATA is not set");
        JsonNode file = JsonMapper.shared()
                .readTree(Path.of(String.valueOf(folder), "worked_examples", "china_working_days.json")
                        .toFile());
        var years = new ArrayList<Integer>();
        var days = new ArrayList<Announced>();
        file.path("years").forEach(year -> {
            HolidayFile.Year read = HolidayFile.read("year", year.toString().getBytes(StandardCharsets.UTF_8));
            years.add(read.year());
            days.addAll(read.days());
        });
        WorkingDays calendar = WorkingDays.of(years, days);
        assertThat(years).hasSize(2);
        for (int year : years) {
            JsonNode months = file.at("/working_days_recomputed_here/" + year + "/by_month");
            for (int month = 1; month <= 12; month++) {
                LocalDate first = LocalDate.of(year, month, 1);
                assertThat(calendar.between(first, first.plusMonths(1)))
                        .as("%s", first)
                        .isEqualTo(months.path("%02d".formatted(month)).asInt());
            }
        }
    }
}

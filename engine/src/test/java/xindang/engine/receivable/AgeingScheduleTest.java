package xindang.engine.receivable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.gates.Requirement;

class AgeingScheduleTest {

    @Requirement("AR-03")
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            days past due, bucket
            -10,           not-due
            0,             not-due
            1,             1-30
            30,            1-30
            31,            31-60
            60,            31-60
            61,            61-90
            90,            61-90
            91,            91-180
            180,           91-180
            181,           181-365
            365,           181-365
            366,           over-365
            40000,         over-365""")
    void the_standard_schedule_counts_from_the_due_day(int days, String bucket) {
        assertThat(AgeingSchedule.STANDARD.label(AgeingSchedule.STANDARD.bucketOf(days)))
                .isEqualTo(bucket);
    }

    @Requirement("AR-03")
    @Test
    void a_company_sets_its_own_bounds() {
        var schedule = new AgeingSchedule(List.of(1, 7, 15));
        assertThat(schedule.labels()).containsExactly("not-due", "1-1", "2-7", "8-15", "over-15");
        assertThat(schedule.bucketOf(1)).isEqualTo(1);
        assertThat(schedule.bucketOf(2)).isEqualTo(2);
        assertThat(schedule.bucketOf(15)).isEqualTo(3);
        assertThat(schedule.bucketOf(16)).isEqualTo(4);
        assertThat(schedule.buckets()).isEqualTo(5);
        assertThat(schedule.bounds()).containsExactly(1, 7, 15);
    }

    @Test
    void bounds_must_rise_and_be_sensible() {
        assertThatThrownBy(() -> new AgeingSchedule(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AgeingSchedule(List.of(0, 30))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AgeingSchedule(List.of(30, 30))).hasMessageContaining("rise");
        assertThatThrownBy(() -> new AgeingSchedule(List.of(30, 3661))).isInstanceOf(IllegalArgumentException.class);
    }
}

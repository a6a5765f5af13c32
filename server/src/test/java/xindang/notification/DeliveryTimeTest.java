package xindang.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.notification.Preference.Bundling;
import xindang.notification.Preference.QuietHours;
import xindang.platform.time.BusinessClock;

/** When a mail leaves, and how long a failed attempt waits. */
class DeliveryTimeTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            situation                       | told             | bundling | quiet       | urgent | passes | leaves
            at once                         | 2026-03-02T10:17 | at-once  |             | false  | true   | 2026-03-02T10:17
            at the full hour                | 2026-03-02T10:17 | hourly   |             | false  | true   | 2026-03-02T11:00
            on the hour means the next      | 2026-03-02T10:00 | hourly   |             | false  | true   | 2026-03-02T11:00
            once a day, today               | 2026-03-02T08:59 | daily    |             | false  | true   | 2026-03-02T09:00
            once a day, tomorrow            | 2026-03-02T09:00 | daily    |             | false  | true   | 2026-03-03T09:00
            at the end of the year          | 2026-12-31T23:30 | daily    |             | false  | true   | 2027-01-01T09:00
            urgent is not bundled           | 2026-03-02T10:17 | daily    |             | true   | true   | 2026-03-02T10:17
            before the quiet hours          | 2026-03-02T21:59 | at-once  | 22:00-07:30 | false  | true   | 2026-03-02T21:59
            their first minute              | 2026-03-02T22:00 | at-once  | 22:00-07:30 | false  | true   | 2026-03-03T07:30
            behind midnight                 | 2026-03-03T01:00 | at-once  | 22:00-07:30 | false  | true   | 2026-03-03T07:30
            their end                       | 2026-03-03T07:30 | at-once  | 22:00-07:30 | false  | true   | 2026-03-03T07:30
            at noon                         | 2026-03-02T12:30 | at-once  | 12:00-14:00 | false  | true   | 2026-03-02T14:00
            bundled into the quiet hours    | 2026-03-02T21:10 | hourly   | 22:00-07:30 | false  | true   | 2026-03-03T07:30
            urgent passes                   | 2026-03-02T23:00 | at-once  | 22:00-07:30 | true   | true   | 2026-03-02T23:00
            urgent waits where he says so   | 2026-03-02T23:00 | at-once  | 22:00-07:30 | true   | false  | 2026-03-03T07:30""")
    void a_mail_leaves_as_its_reader_wants_it(
            String situation,
            String told,
            String bundling,
            String quiet,
            boolean urgent,
            boolean passes,
            String leaves) {
        QuietHours hours = quiet == null
                ? null
                : new QuietHours(LocalTime.parse(quiet.substring(0, 5)), LocalTime.parse(quiet.substring(6)));
        var wish = new Preference(
                "a@example.com", Set.of(Topic.TASK), Set.of(), Bundling.of(bundling), 9, hours, passes, 1);
        assertThat(DeliveryTime.of(instant(told), urgent, wish)).as(situation).isEqualTo(instant(leaves));
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(BusinessClock.ZONE).toInstant();
    }

    @Test
    void each_wait_is_three_times_as_long_a_day_at_most_and_spread_by_a_fifth() {
        long[] seconds = {10, 30, 90, 270, 810, 2430, 7290, 21870, 65610, 86400, 86400};
        for (long seed = 1; seed <= 200; seed++) {
            var id = new UUID(seed * 0x9E3779B97F4A7C15L, seed);
            for (int attempt = 1; attempt <= seconds.length; attempt++) {
                assertThat(Backoff.after(attempt, id).toMillis())
                        .isBetween(seconds[attempt - 1] * 800, seconds[attempt - 1] * 1200);
            }
        }
        assertThat(Backoff.after(1, new UUID(0, 1))).isNotEqualTo(Backoff.after(1, new UUID(0, 200)));
    }

    @Test
    void every_kind_has_a_group_a_name_and_a_text_in_both_languages() {
        assertThat(NoticeTexts.kinds()).hasSizeGreaterThan(5);
        for (String kind : NoticeTexts.kinds()) {
            assertThat(NoticeTexts.topic(kind)).isNotNull();
            for (var language : java.util.List.of(java.util.Locale.CHINESE, java.util.Locale.ENGLISH)) {
                assertThat(NoticeTexts.name(kind, language)).isNotBlank().isNotEqualTo(kind);
                assertThat(NoticeTexts.text(kind + ".text", language))
                        .endsWith(language.getLanguage().equals("zh") ? "。" : ".");
            }
        }
    }

    @Test
    void a_value_that_looks_like_a_place_is_not_filled_again() {
        var words = java.util.Map.of("giver", "{receiver}", "receiver", "李");
        assertThat(NoticeTexts.sentence("customerfile.slip-to-sign", words, java.util.Locale.CHINESE))
                .isEqualTo("{receiver} 移交给 李 的移交单等待您签字。");
    }
}

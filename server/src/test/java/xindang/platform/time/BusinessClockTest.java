package xindang.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.gates.AcceptanceTest;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Suite;

class BusinessClockTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            instant,              business date
            2026-11-21T15:59:59Z, 2026-11-21
            2026-11-21T16:00:00Z, 2026-11-22
            2026-12-31T23:00:00Z, 2027-01-01""")
    void a_business_date_begins_at_midnight_in_shanghai(Instant instant, LocalDate date) {
        assertThat(new BusinessClock(Clock.fixed(instant, ZoneOffset.UTC), false).today())
                .isEqualTo(date);
    }

    @AcceptanceTest
    void a_demonstration_moves_its_date_forward_only() throws SQLException, IOException {
        try (var server = Suite.untouchedButSetUp()) {
            Client admin = server.admin();
            LocalDate today = LocalDate.parse(admin.get("/identity/session").text("/businessDate"));
            assertThat(move(admin, today.plusDays(40)).text("/date"))
                    .isEqualTo(today.plusDays(40).toString());
            assertThat(server.client()
                            .signedIn("admin", "correct horse")
                            .get("/identity/session")
                            .text("/businessDate"))
                    .isEqualTo(today.plusDays(40).toString());
            assertThat(move(admin, today).code()).isEqualTo("invalid-fields");
        }
    }

    private static Answer move(Client client, LocalDate date) {
        return client.send("PUT", "/platform/clock", "{\"date\":\"" + date + "\"}", Map.of());
    }
}

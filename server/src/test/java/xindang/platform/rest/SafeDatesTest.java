package xindang.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.suite.Client;
import xindang.suite.Suite;

/** Days that only a machine would write are refused where they are read; a day added to them would overflow. */
class SafeDatesTest {

    private final Client admin = Suite.server().admin();

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "-999999999-01-01", "+294277-01-01", "2026-02-30", "20260101"})
    void only_days_people_write_are_read(String day) {
        assertThat(admin.get("/secrecy/releases?to=" + Client.encoded(day)).status())
                .isBetween(400, 422);
        String user = admin.get("/identity/session").text("/user/id");
        assertThat(admin.post(
                                "/identity/deputies",
                                "{\"deputy\":\"%s\",\"until\":\"%s\",\"reason\":\"x\"}".formatted(user, day))
                        .status())
                .isBetween(400, 422);
    }
}

package xindang.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.gates.AcceptanceTest;
import xindang.gates.TestTags;
import xindang.identity.Users;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Suite;

class PagingTest {

    private final Client admin = Suite.server().admin();

    PagingTest() {
        if (admin.get("/identity/users?q=paged-").json().at("/count").asInt() == 0) {
            for (int i = 0; i < 7; i++) {
                Users.add(Suite.server(), "paged-" + i, i % 2 == 0 ? "sales" : "finance");
            }
        }
    }

    @ParameterizedTest
    @Tag(TestTags.ACCEPTANCE)
    @ValueSource(strings = {"login", "-login", "name", "-name"})
    void pages_hold_every_row_once_in_order(String sort) {
        var seen = new ArrayList<String>();
        String cursor = "";
        do {
            Answer page = admin.get("/identity/users?q=paged-&limit=3&sort=" + sort + "&cursor=" + cursor);
            assertThat(page.json().at("/count").asInt()).isEqualTo(7);
            assertThat(page.json().at("/countExact").asBoolean()).isTrue();
            page.json()
                    .at("/items")
                    .forEach(row -> seen.add(row.at("/" + sort.replace("-", "")).asString("") + " "
                            + row.at("/login").asString("")));
            cursor = page.text("/next");
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        Comparator<String> byColumn = Comparator.comparing(row -> row.replaceFirst(" .*", ""));
        assertThat(seen).isSortedAccordingTo(sort.startsWith("-") ? byColumn.reversed() : byColumn);
    }

    @AcceptanceTest
    void a_cursor_belongs_to_its_list_and_order() {
        String cursor = admin.get("/identity/users?q=paged-&limit=3&sort=login").text("/next");
        String changed = cursor.substring(0, cursor.length() - 2) + "AA";
        for (String query : List.of("sort=name&cursor=" + cursor, "sort=login&cursor=" + changed)) {
            assertThat(admin.get("/identity/users?q=paged-&limit=3&" + query).code())
                    .isEqualTo("malformed-request");
        }
    }
}

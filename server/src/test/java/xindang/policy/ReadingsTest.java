package xindang.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.notification.Spreading;
import xindang.platform.database.Wall;
import xindang.platform.time.BusinessClock;
import xindang.policy.store.ReadingStore;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;
import xindang.suite.Suite;

class ReadingsTest {

    private static final String READINGS = "/policy/readings";
    private static final String SALES = "{\"roles\":[\"sales\"],\"withinDays\":10}";

    private final Company company = new Company();
    private final Client manager = company.user("credit-manager");
    private final Client group = company.user("leading-group");
    private final Client seller = company.user("sales", company.department("营销部"));
    private final LocalDate today = LocalDate.now(BusinessClock.ZONE);

    @AcceptanceTest
    @Requirement("POL-10")
    void readers_say_that_they_have_read_and_the_others_are_listed() {
        assertThat(ask(SALES, 0).status()).isEqualTo(200);
        assertThat(own(seller)).as("nothing was published since").isEmpty();
        String first = publish("P17D");
        JsonNode due = own(seller).getFirst();
        assertThat(due.at("/publication/draft").asString()).isEqualTo(first);
        assertThat(due.get("until").asString()).isEqualTo(today.plusDays(10).toString());
        assertThat(own(group)).as("not asked").isEmpty();
        assertThat(state().at("/readers/0/at").isNull()).isTrue();

        assertThat(acknowledge(group, first).text("/code")).isEqualTo("nothing-to-acknowledge");
        assertThat(acknowledge(seller, first).status()).isEqualTo(204);
        assertThat(acknowledge(seller, first).status()).as("again").isEqualTo(204);
        assertThat(own(seller)).isEmpty();
        assertThat(state().at("/readers/0/at").asString()).isNotEmpty();
        assertThat(manager.get("/audittrail/entries?action=policy.acknowledge&object=" + first)
                        .json()
                        .get("items"))
                .hasSize(1);

        String second = publish("P18D");
        assertThat(acknowledge(seller, first).status())
                .as("a later one took its place")
                .isEqualTo(409);
        assertThat(own(seller))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.at("/publication/draft").asString()).isEqualTo(second));
        assertThat(state().at("/readers/0/at").isNull()).isTrue();
    }

    @AcceptanceTest
    @Requirement("POL-10")
    void readers_are_told_once_for_each_step() {
        ask(SALES, 0);
        String draft = publish("P17D");
        remind();
        remind();
        assertThat(told(seller, "policy.regime-to-read", draft)).isEqualTo(1);
        assertThat(told(group, "policy.regime-to-read", draft)).isZero();
        Client late = company.user("sales");
        acknowledge(seller, draft);
        remind();
        assertThat(told(late, "policy.regime-to-read", draft)).as("came later").isEqualTo(1);
        assertThat(told(seller, "policy.regime-to-read", draft)).isEqualTo(1);
    }

    @AcceptanceTest
    @Requirement("POL-10")
    void auditors_read_it_too_and_change_nothing_else() {
        ask("{\"roles\":[\"auditor\"],\"withinDays\":10}", 0);
        Client auditor = company.user("auditor");
        String draft = publish("P17D");
        assertThat(acknowledge(auditor, draft).status()).isEqualTo(204);
        assertThat(own(auditor)).isEmpty();
    }

    @Test
    void of_two_publications_that_have_begun_the_one_that_began_last_is_read() {
        ask(SALES, 0);
        OffsetDateTime before = OffsetDateTime.now(ZoneOffset.UTC).minusHours(1);
        LocalDate later = today.plusDays(30);
        publish("hnd.contract.within", "P17D", "\"validFrom\":\"" + later + "\"");
        publish("stm.replyWithin", "P18D", null);
        UUID node = UUID.fromString(company.id());
        ReadingStore store = Suite.server().part(ReadingStore.class);
        Wall.runWithin(node, () -> {
            assertThat(store.latest(node, later.minusDays(1), before)
                            .orElseThrow()
                            .validFrom())
                    .isEqualTo(today);
            assertThat(store.latest(node, later, before).orElseThrow().validFrom())
                    .isEqualTo(later);
        });
    }

    @ParameterizedTest
    @CsvSource({"0,first", "8,first", "9,last", "10,last", "11,late 0", "17,late 0", "18,late 1", "32,late 3"})
    void reminders_come_before_the_last_day_and_weekly_after_it(int day, String step) {
        assertThat(ReadingReminders.step(today.plusDays(day), today.plusDays(10)))
                .isEqualTo(step);
    }

    @Test
    void who_reads_is_set_by_whoever_drafts_the_regime_there() {
        assertThat(ask("{\"roles\":[\"wizard\"],\"withinDays\":10}", 0).status())
                .isEqualTo(422);
        assertThat(ask("{\"roles\":[\"security-administrator\"],\"withinDays\":10}", 0)
                        .text("/reasons/0/facts/code"))
                .as("has no right to read the regime")
                .isEqualTo("without-right");
        assertThat(ask("{\"roles\":[],\"withinDays\":0}", 0).status()).isEqualTo(422);
        assertThat(ask(SALES, 1).status()).as("nothing stood yet").isEqualTo(412);
        assertThat(ask(SALES, 0).status()).isEqualTo(200);
        assertThat(ask(SALES, 0).status()).as("something stands now").isEqualTo(412);
        assertThat(ask("{\"roles\":[\"sales\",\"finance\"],\"withinDays\":5}", 1)
                        .json()
                        .at("/rule/version")
                        .asInt())
                .isEqualTo(2);
        assertThat(seller.get(READINGS + "?node=" + company.id()).status()).isEqualTo(403);
        Client stranger = new Company().user("credit-manager");
        assertThat(stranger.get(READINGS + "?node=" + company.id()).status()).isEqualTo(404);
        assertThat(put(stranger, SALES, 2).status()).isEqualTo(404);
    }

    private String publish(String within) {
        return publish("hnd.contract.within", within, null);
    }

    private String publish(String parameter, String value, @Nullable String more) {
        Draft draft = Draft.start(manager, company.id(), "in-force", more);
        assertThat(draft.set(parameter, "\"" + value + "\"").status()).isEqualTo(200);
        draft.check();
        assertThat(draft.decide(group, "approved").status()).isEqualTo(200);
        return draft.id();
    }

    private Answer ask(String rule, int version) {
        return put(manager, rule, version);
    }

    private Answer put(Client client, String rule, int version) {
        return client.send("PUT", READINGS + "?node=" + company.id(), rule, Map.of("If-Match", "\"" + version + "\""));
    }

    private JsonNode state() {
        return manager.get(READINGS + "?node=" + company.id()).json();
    }

    private static List<JsonNode> own(Client client) {
        return client.get(READINGS + "/own").json().get("items").valueStream().toList();
    }

    private static Answer acknowledge(Client client, String draft) {
        return client.send("POST", READINGS + "/" + draft + "/acknowledgement", null, Map.of());
    }

    private static void remind() {
        Suite.server().part(ReadingReminders.class).look();
        Suite.server().part(Spreading.class).run();
    }

    private static long told(Client client, String kind, String draft) {
        return client.get("/notification/notices")
                .json()
                .get("items")
                .valueStream()
                .filter(one -> one.get("kind").asString().equals(kind))
                .filter(one -> one.get("objectId").asString().equals(draft))
                .count();
    }
}

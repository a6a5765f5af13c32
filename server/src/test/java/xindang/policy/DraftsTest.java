package xindang.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.platform.time.BusinessClock;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;
import xindang.suite.Suite;

class DraftsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Company company = new Company();
    private final Client manager = company.user("credit-manager");
    private final Client group = company.user("leading-group");

    @AcceptanceTest
    @Requirement({"POL-03", "POL-06", "LCD-05"})
    void a_sample_regime_is_drafted_adapted_checked_approved_and_then_decides() {
        Draft draft = start("S20");
        assertThat(draft.value("hnd", "contract.within")).isEqualTo("P10D");
        draft.set("hnd.contract.within", "\"P1M\"");
        draft.set("rat.scale", "\"four-A\"");
        assertThat(draft.value("eval", "reviewCycle"))
                .as("what is set per grade follows")
                .contains("优秀", "不良");
        assertThat(draft.decide(group, "approved").code()).as("unchecked").isEqualTo("draft-not-checked");
        assertThat(draft.check())
                .noneMatch(finding -> finding.at("/severity").asString().equals("error"));
        assertThat(inForce("rat", "scale")).as("a draft decides nothing").isEqualTo("five");

        Answer approved = draft.decide(group, "approved");
        assertThat(approved.text("/state")).as(approved.body()).isEqualTo("approved");
        assertThat(inForce("rat", "scale")).isEqualTo("four-A");
        assertThat(inForce("hnd", "contract.within")).isEqualTo("P1M");
        assertThat(policy("rat").at("/origins/scale").asString()).isEqualTo("own");
        assertThat(policy("rat").at("/node/id").asString()).isEqualTo(company.id());
        assertThat(Suite.server()
                        .part(Regime.class)
                        .at(UUID.fromString(company.id()), LocalDate.now(BusinessClock.ZONE))
                        .rating()
                        .scale()
                        .id())
                .as("what the engine decides by")
                .isEqualTo("four-A");
        assertThat(draft.put("/values/cal.shift", "{\"json\":\"false\"}").code())
                .isEqualTo("draft-closed");
    }

    @AcceptanceTest
    @Requirement("ORG-08")
    void nobody_approves_a_draft_he_wrote_in_and_a_returned_one_goes_back_to_its_authors() {
        Draft draft = start("in-force");
        draft.set("hnd.contract.within", "\"P10D\"");
        assertThat(draft.writtenBy(group).set("hnd.tidying", "\"P1M\"").status())
                .isEqualTo(200);
        draft.check();
        assertThat(draft.decide(group, "approved").code()).isEqualTo("own-request");
        Client other = company.user("executive");
        assertThat(draft.decide(other, "returned").text("/state")).isEqualTo("draft");
        draft.set("hnd.contract.within", "\"P15D\"");
        draft.check();
        assertThat(draft.decide(other, "approved").status()).isEqualTo(200);
        assertThat(inForce("hnd", "contract.within")).isEqualTo("P15D");
        assertThat(draft.decide(manager, "approved").status()).as("no right to").isEqualTo(403);
    }

    @AcceptanceTest
    @Requirement("POL-03")
    void one_version_is_in_force_from_its_day_and_the_one_before_stays_readable() {
        LocalDate today = LocalDate.now(BusinessClock.ZONE);
        publish("hnd.contract.within", "\"P20D\"", null);
        publish("hnd.contract.within", "\"P25D\"", today.plusDays(3));
        assertThat(inForce("hnd", "contract.within")).isEqualTo("P20D");
        JsonNode later = policy("hnd", "&date=" + today.plusDays(3));
        assertThat(later.at("/body").get("contract.within").asString()).isEqualTo("P25D");
        assertThat(later.at("/skipped").toString()).contains("superseded").contains("nearer");
        assertThat(policy("hnd").at("/skipped").toString()).contains("not-begun");
        Answer versions = manager.get("/policy/versions?kind=hnd&node=" + company.id());
        assertThat(versions.text("/items/0/version")).isEqualTo("3");
        Answer differences = manager.get("/policy/versions/" + versions.text("/items/0/id") + "/differences?with="
                + versions.text("/items/1/id"));
        assertThat(differences.text("/0/parameter")).isEqualTo("hnd.contract.within");
        assertThat(differences.text("/0/before")).isEqualTo("P20D");
    }

    @AcceptanceTest
    void a_lower_node_has_its_own_and_a_binding_one_above_goes_before_it() {
        String department = company.department("制度分部");
        Client below = company.user("credit-manager", department);
        publish(Draft.start(below, department, "in-force", null), "hnd.contract.within", "\"P5D\"");
        assertThat(inForce("hnd", "contract.within"))
                .as("siblings and those above do not notice")
                .isEqualTo("P1M");
        assertThat(contractWithin(department)).isEqualTo("P5D");
        Draft binding = Draft.start(manager, company.id(), "in-force", "\"binding\":true");
        publish(binding, "hnd.contract.within", "\"P8D\"");
        assertThat(contractWithin(department)).isEqualTo("P8D");
    }

    private String contractWithin(String node) {
        return find(manager.get("/policy/regime?node=" + node), "hnd")
                .at("/body")
                .get("contract.within")
                .asString();
    }

    @ParameterizedTest
    @CsvSource({
        "hnd.contract.within, '\"morgen\"', 422",
        "hnd.contract.within, 5, 422",
        "hnd.contract.within, '{', 422",
        "rat.validity, '1.5', 422",
        "hnd.nothing, 1, 404",
        "org.segregation, '\"yes\"', 422"
    })
    void a_value_that_does_not_fit_is_refused_and_nothing_is_written(String parameter, String json, int status) {
        Draft draft = start("in-force");
        Answer refused = draft.set(parameter, json);
        assertThat(refused.status()).as(refused.body()).isEqualTo(status);
        assertThat(manager.get(draft.path()).text("/draft/version")).isEqualTo("1");
    }

    @Test
    void a_contradiction_keeps_a_draft_from_approval() {
        Draft draft = start("S08");
        assertThat(draft.check())
                .extracting(finding -> finding.at("/check").asString())
                .contains("late-fee-without-rate");
        assertThat(draft.decide(group, "approved").code()).isEqualTo("draft-not-checked");
        draft.set(
                "fee.late",
                "{\"on\":true,\"ratePerDay\":\"0.05\",\"base\":\"overduePrincipal\",\"graceDays\":0,\"cap\":null}");
        draft.check();
        assertThat(draft.decide(group, "approved").status()).isEqualTo(200);
    }

    @Test
    void what_others_published_meanwhile_is_not_undone() {
        publish("hnd.tidying", "\"P6M\"", null);
        Draft mine = start("in-force");
        mine.set("hnd.contract.within", "\"P11D\"");
        publish("hnd.contract.within", "\"P12D\"", null);
        publish("hnd.tidying", "\"P9M\"", null);
        mine.check();
        assertThat(mine.decide(group, "approved").code()).isEqualTo("draft-overtaken");
        assertThat(mine.put("/base", "{\"base\":\"in-force\"}").status()).isEqualTo(200);
        mine.check();
        assertThat(mine.decide(group, "approved").status()).isEqualTo(200);
        assertThat(inForce("hnd", "contract.within")).isEqualTo("P11D");
        assertThat(inForce("hnd", "tidying"))
                .as("which the draft did not touch")
                .isEqualTo("P9M");
    }

    @Test
    void two_drafts_that_contradict_each_other_are_not_both_published() {
        publish("col.stricterByGrade", "null", null);
        publish("ews.autoGrades", "[]", null);
        Draft scale = start("in-force");
        scale.set("rat.scale", "\"four-A\"");
        scale.check();
        publish("col.stricterByGrade", "{\"B\":\"0.5\"}", null);
        assertThat(scale.decide(group, "approved").code()).isEqualTo("draft-not-checked");
    }

    @Test
    void warnings_the_engine_cannot_read_are_found() {
        Draft draft = start("in-force");
        draft.set(
                "ews.levels",
                "[{\"level\":\"other\",\"label\":\"其他\",\"ack\":1},{\"level\":\"severe\",\"label\":\"严重\",\"ack\":1}]");
        assertThat(draft.check())
                .anyMatch(finding -> finding.at("/severity").asString().equals("error"));
    }

    @AcceptanceTest
    @Requirement({"LCD-07", "LCD-05"})
    void a_whole_regime_moves_to_another_company_as_a_file() {
        publish("hnd.contract.within", "\"P9D\"", null);
        String file = manager.get("/policy/regime/file?node=" + company.id()).body();
        var other = new Company();
        Client there = other.user("credit-manager");
        Answer brought = there.post(
                "/policy/drafts/from-file",
                JSON.writeValueAsString(Map.of("node", other.id(), "head", Map.of("name", "引入"), "file", file)));
        assertThat(brought.status()).as(brought.body()).isEqualTo(201);
        assertThat(brought.json().at("/differences/0/parameter").asString()).isEqualTo("hnd.contract.within");
        Answer broken = there.post(
                "/policy/drafts/from-file",
                JSON.writeValueAsString(
                        Map.of("node", other.id(), "head", Map.of("name", "引入"), "file", file.replace("P9D", "soon"))));
        assertThat(broken.code()).isEqualTo("regime-unfit");
    }

    @Test
    void a_change_is_taken_back_and_a_draft_withdrawn() {
        Draft draft = start("S20");
        draft.set("hnd.contract.within", "\"P3M\"");
        assertThat(draft.send("DELETE", "/values/hnd.contract.within", null).status())
                .isEqualTo(200);
        assertThat(draft.value("hnd", "contract.within")).isEqualTo("P10D");
        assertThat(draft.send("DELETE", "", null).status()).isEqualTo(204);
        assertThat(draft.put("/base", "{\"base\":\"S01\"}").code()).isEqualTo("draft-closed");
        assertThat(manager.get("/audittrail/entries?action=policy.change-draft&object=" + draft.id())
                        .text("/items/0/changes/0/field"))
                .isEqualTo("hnd.contract.within");
    }

    @Test
    void the_catalogue_and_the_samples_can_be_read() {
        Answer catalogue = manager.get("/policy/catalogue");
        assertThat(catalogue.json().at("/parameters").size()).isGreaterThan(166);
        Answer presets = manager.get("/policy/presets");
        assertThat(presets.json().size()).isEqualTo(24);
        assertThat(manager.get("/policy/presets/S15").json().at("/chapters").size())
                .isEqualTo(7);
        assertThat(manager.get("/policy/presets/S99").status()).isEqualTo(404);
    }

    private void publish(String parameter, String json, @Nullable LocalDate from) {
        publish(
                Draft.start(manager, company.id(), "in-force", from == null ? null : "\"validFrom\":\"" + from + "\""),
                parameter,
                json);
    }

    private void publish(Draft draft, String parameter, String json) {
        draft.set(parameter, json);
        draft.check();
        Answer approved = draft.decide(group, "approved");
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    }

    private Draft start(String base) {
        return Draft.start(manager, company.id(), base, null);
    }

    private String inForce(String kind, String key) {
        return policy(kind).at("/body").get(key).asString();
    }

    private JsonNode policy(String kind) {
        return policy(kind, "");
    }

    private JsonNode policy(String kind, String more) {
        return find(manager.get("/policy/regime?node=" + company.id() + more), kind);
    }

    private static JsonNode find(Answer regime, String kind) {
        for (JsonNode policy : regime.json().at("/policies")) {
            if (policy.at("/kind").asString().equals(kind)) {
                return policy;
            }
        }
        throw new AssertionError(kind + " is not in " + regime.body());
    }
}

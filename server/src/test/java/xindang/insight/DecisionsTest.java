package xindang.insight;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.integration.ImportWalk;
import xindang.platform.decision.DecisionKind;
import xindang.platform.decision.Replayed;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;
import xindang.suite.Suite;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionsTest {

    private static final String LEDGER = """
            客户编码,客户名称,发票号,开票日期,到期日,金额,核销日期,已核销金额
            K1,甲公司,F1,2026-01-05,2026-02-04,1000.00,2026-03-10,1000.00
            K1,甲公司,F2,2026-02-06,2026-03-05,2000.00,2026-03-01,2000.00
            K1,甲公司,F3,2026-03-06,2026-04-05,3000.00,,
            """;

    private Company company;
    private Client manager;
    private String customer;
    private String decision;

    @BeforeAll
    void assess() {
        company = new Company();
        manager = company.user("credit-manager");
        var walk = new ImportWalk(manager);
        walk.imported("invoices", LEDGER);
        walk.quiet();
        customer = manager.get("/customerfile/customers").text("/items/0/id");
        decision = manager.get("/evaluation/ratings?customer=" + customer).text("/items/0/decision");
    }

    @AfterAll
    void quiet() {
        new ImportWalk(manager).quiet();
    }

    @AcceptanceTest
    @Requirement("EVAL-08")
    void a_grade_is_explained_by_its_record_and_decided_anew_it_is_the_same() {
        Answer answer = manager.get("/platform/decisions/" + decision);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/subjectId")).isEqualTo(customer);
        assertThat(answer.text("/subject/customer")).isEqualTo("K1");
        assertThat(answer.text("/replay")).isEqualTo("same");
        JsonNode evaluation = answer.json().at("/outcome/evaluation");
        assertThat(evaluation.at("/grade").asString())
                .isEqualTo(manager.get("/customerfile/customers/" + customer).text("/grade/code"));
        assertThat(evaluation.at("/points")).hasSize(4);
        assertThat(answer.text("/facts/accounts/0/open/amount")).isEqualTo("3000.00");
        assertThat(answer.json().at("/policies").findValuesAsString("kind"))
                .contains("eval", "lim", "rat", "ews", "scorecard");
        assertThat(answer.text("/policies/0/sha256")).matches("[0-9a-f]{64}");
        assertThat(answer.json().at("/rules").valueStream().map(JsonNode::asString))
                .contains("overdue-beyond-days-raises-warning@1");
    }

    @AcceptanceTest
    void it_says_what_a_better_grade_lacks() {
        JsonNode better = manager.get("/platform/decisions/" + decision).json().at("/better");
        assertThat(better.at("/grade").asString()).isNotEmpty();
        assertThat(Double.parseDouble(better.at("/missing").asString())).isPositive();
        assertThat(better.at("/changes").isArray()).isTrue();
    }

    @AcceptanceTest
    void only_who_may_see_the_customer_sees_why() {
        String path = "/platform/decisions/" + decision;
        assertThat(company.user("sales", company.department("他部")).get(path).status())
                .isEqualTo(404);
        assertThat(new Company().user("credit-manager").get(path).status()).isEqualTo(404);
        assertThat(company.user("archivist").get(path).code()).isEqualTo("right-missing");
        assertThat(manager.get("/platform/decisions/" + customer).status()).isEqualTo(404);
        assertThat(manager.get("/platform/decisions/x").status()).isEqualTo(400);
    }

    @AcceptanceTest
    void a_record_that_was_changed_differs_and_one_by_unknown_rules_is_not_decided_anew() {
        DSLContext db = Suite.server().db();
        var row = db.fetchSingle(
                "select d.record, r.header, d.node_id from platform_decision d join platform_decision_run r on r.id = d.run_id"
                        + " where d.id = ?::uuid",
                decision);
        String record = row.get(0, String.class);
        String header = row.get(1, String.class);
        var node = row.get(2, java.util.UUID.class);
        var kind = Suite.server().part(DecisionKind.class);
        assertThat(kind.again(node, header, record).replayed()).isEqualTo(Replayed.SAME);
        assertThat(kind.again(node, header, record.replace("3000.00", "3001.00"))
                        .replayed())
                .isEqualTo(Replayed.DIFFERS);
        assertThat(kind.again(node, header.replace("low-grade-raises-warning@1", "low-grade-raises-warning@9"), record)
                        .replayed())
                .isEqualTo(Replayed.UNAVAILABLE);
        String hash = manager.get("/platform/decisions/" + decision).text("/policies/0/sha256");
        assertThat(kind.again(node, header.replace(hash, "0".repeat(64)), record)
                        .replayed())
                .isEqualTo(Replayed.UNAVAILABLE);
    }
}

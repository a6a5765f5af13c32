package xindang.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import xindang.gates.AcceptanceTest;
import xindang.integration.ImportWalk;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;

class PastDateTest {

    private static final String LEDGER = """
            客户编码,客户名称,发票号,开票日期,到期日,金额
            K1,甲公司,F1,2026-01-05,2026-02-04,1000.00
            K2,乙公司,F2,2026-03-05,2026-04-04,500.00
            """;

    private final Company company = new Company();
    private final Client client = company.user("credit-manager");
    private final ImportWalk walk = new ImportWalk(client);

    @AcceptanceTest
    void a_run_of_a_past_date_changes_nothing_that_holds_today() {
        walk.imported("invoices", LEDGER);
        walk.quiet();
        String customers = client.get("/customerfile/customers").body();
        String warnings = client.get("/warning/warnings").body();
        Answer past = walk.done(client.post("/insight/assessments", "{\"asOf\":\"2026-02-01\"}"));
        assertThat(past.text("/result/facts/kept")).isEqualTo("decisions-only");
        assertThat(client.get("/customerfile/customers").body()).isEqualTo(customers);
        assertThat(client.get("/warning/warnings").body()).isEqualTo(warnings);
        Answer again = walk.done(client.post("/insight/assessments", "{}"));
        assertThat(again.text("/result/facts/changed")).isEqualTo("0");
    }

    @AcceptanceTest
    void a_date_to_come_is_refused() {
        LocalDate today = LocalDate.parse(client.get("/identity/session").text("/businessDate"));
        Answer refused = client.post("/insight/assessments", "{\"asOf\":\"" + today.plusDays(1) + "\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(client.get("/receivable/ageing?asOf=-4000-01-01").status()).isEqualTo(422);
    }

    @AcceptanceTest
    void somebody_of_a_department_neither_assesses_nor_imports_for_the_company() {
        Client inside = company.user("credit-specialist", company.department("销售一部"));
        assertThat(inside.post("/insight/assessments", "{}").status()).isEqualTo(403);
        Answer upload = inside.send(
                "POST", "/integration/imports?kind=invoices", LEDGER, java.util.Map.of("Content-Type", "text/plain"));
        assertThat(upload.status()).isEqualTo(403);
        assertThat(upload.text("/reasons/0/facts/code")).isEqualTo("whole-company");
    }
}

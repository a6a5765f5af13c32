package xindang.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.identity.Users;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

class InvoiceImportTest {

    private static final String OLD = """
            客户编码,客户名称,发票号,开票日期,到期日,金额,核销日期,已核销金额
            K1,甲公司,F1,2026-01-05,2026-02-04,1000.00,,
            K1,甲公司,F2,2026-01-06,2026-02-05,200.00,2026-02-01,50.00
            K2,乙公司,F3,2026-01-07,2026-02-06,300.00,,
            """;
    private static final String NEW = """
            客户编码,客户名称,发票号,开票日期,到期日,金额,核销日期,已核销金额
            K1,甲公司,F1,2026-01-05,2026-02-04,1000.00,2026-02-10,1000.00
            K1,甲公司,F2,2026-01-06,2026-02-05,200.00,2026-02-20,200.00
            K2,乙公司,F3,2026-01-07,2026-02-06,300.00,,
            K3,丙公司,F4,2026-02-07,2026-03-06,400.00,,
            """;

    private RunningServer server;
    private Client client;
    private ImportWalk walk;

    @BeforeEach
    void start() throws SQLException, IOException {
        server = Suite.untouched().setUp();
        client = Users.add(server, "specialist", "credit-specialist");
        walk = new ImportWalk(client);
    }

    @AfterEach
    void stop() {
        walk.quiet();
        server.close();
    }

    private Map<String, Long> counts() {
        var db = server.db();
        var counts = new TreeMap<String, Long>();
        for (String table : List.of(
                "receivable_item",
                "receivable_account",
                "customerfile_file",
                "customerfile_party",
                "customerfile_overview",
                "receivable_settlement",
                "receivable_change")) {
            counts.put(table, db.fetchSingle("select count(*) from " + table).get(0, Long.class));
        }
        counts.put(
                "settled",
                db.fetchSingle("select coalesce(sum(settled_amount), 0)::bigint from receivable_item")
                        .get(0, Long.class));
        counts.put(
                "items",
                hash(
                        "select (file_id, item_key, issued, due, amount, settled_amount, settled_on, disputed, split)::text"
                                + " from receivable_item"));
        counts.put("parts", hash("select (item_id, settled_on, amount)::text from receivable_settlement"));
        counts.put(
                "accounts",
                hash("select (file_id, currency, items, open, overdue, a0, a6, max_days)::text"
                        + " from receivable_account"));
        counts.put(
                "overview",
                hash("select (file_id, name, currency, open, overdue, grade, limit_amount, warning_level)::text"
                        + " from customerfile_overview"));
        return counts;
    }

    /** A number that stands for all rows, 0 for none. */
    private long hash(String rows) {
        return server.db()
                .fetchSingle(
                        "select coalesce(('x' || left(md5(string_agg(r.text, '|' order by r.text)), 15))::bit(60)::bigint, 0)"
                                + " from (" + rows + ") r (text)")
                .get(0, Long.class);
    }

    private String openAt(String day) {
        return client.get("/receivable/ageing/totals?asOf=" + day).text("/open");
    }

    @AcceptanceTest
    void a_ledger_without_days_of_settlement_leaves_those_that_are_known() {
        walk.imported("invoices", OLD);
        assertThat(openAt("2026-01-31")).isEqualTo("1500.00");
        walk.imported("invoices", """
                客户编码,客户名称,发票号,开票日期,到期日,金额,已核销金额,争议
                K1,甲公司,F2,2026-01-06,2026-02-05,200.00,50.00,是
                """);
        assertThat(openAt("2026-01-31")).as("a dispute changes no settlement").isEqualTo("1500.00");
        walk.imported("invoices", """
                客户编码,客户名称,发票号,开票日期,到期日,金额,已核销金额
                K1,甲公司,F2,2026-01-06,2026-02-05,200.00,80.00
                """);
        assertThat(openAt("2026-01-31"))
                .as("only what came without a day counts at every day")
                .isEqualTo("1470.00");
        assertThat(openAt("2026-02-02")).isEqualTo("1420.00");
    }

    @AcceptanceTest
    void a_ledger_comes_in_and_a_newer_one_settles_its_items() {
        Answer first = walk.imported("invoices", OLD);
        assertThat(first.text("/state")).isEqualTo("imported");
        assertThat(first.text("/result/itemsNew")).isEqualTo("3");
        assertThat(first.text("/result/customersNew")).isEqualTo("2");
        Answer second = walk.imported("invoices", NEW);
        assertThat(second.json().at("/result").toString())
                .contains("\"itemsNew\":1", "\"itemsUpdated\":2", "\"itemsUnchanged\":1", "\"customersNew\":1");
    }

    @AcceptanceTest
    void a_run_assesses_every_customer_after_an_import_and_writes_nothing_twice() {
        walk.imported("invoices", OLD);
        walk.quiet();
        assertThat(client.get("/platform/jobs").text("/items/0/kind")).isEqualTo("insight.assess");
        assertThat(client.get("/platform/jobs").text("/items/0/state")).isEqualTo("done");
        DSLContext db = server.db();
        String written =
                "select (select count(*) from platform_decision) || ' ' || (select count(*) from evaluation_rating)"
                        + " || ' ' || (select count(*) from creditline_limit) || ' ' || (select count(*) from insight_assessment)";
        String first = db.fetchSingle(written).get(0, String.class);
        assertThat(first).isEqualTo("2 2 2 2");
        Answer again = walk.done(client.post("/insight/assessments", "{}"));
        assertThat(again.text("/result/facts/changed")).isEqualTo("0");
        assertThat(db.fetchSingle(written).get(0, String.class)).isEqualTo(first);
    }

    @AcceptanceTest
    void the_same_file_twice_doubles_nothing() {
        walk.imported("invoices", OLD);
        Answer again = walk.imported("invoices", OLD);
        assertThat(again.json().at("/result").toString())
                .contains("\"itemsNew\":0", "\"itemsUpdated\":0", "\"itemsUnchanged\":3", "\"customersNew\":0");
    }

    @AcceptanceTest
    void two_imports_of_the_same_file_at_once_double_nothing() {
        String one = walk.checked("invoices", OLD);
        String other = walk.checked("invoices", OLD);
        var jobs = new ArrayList<Answer>();
        for (String id : List.of(one, other)) {
            jobs.add(client.post("/integration/imports/" + id + "/confirm", "{\"mode\":\"good\"}"));
        }
        jobs.forEach(walk::done);
        long items = List.of(one, other).stream()
                .mapToLong(id ->
                        Long.parseLong(client.get("/integration/imports/" + id).text("/result/itemsNew")))
                .sum();
        assertThat(items).isEqualTo(3);
    }

    @AcceptanceTest
    @Requirement("FILE-35")
    void a_faulty_row_is_shown_corrected_and_comes_in_with_the_others() {
        String id = walk.checked("invoices", OLD + "K4,丁公司,F5,2026-02-07,31.02.2026,12.345,,\n");
        Answer rows = client.get("/integration/imports/" + id + "/rows?state=error");
        assertThat(rows.text("/items/0/line")).isEqualTo("5");
        assertThat(rows.text("/items/0/faults/0/code")).isEqualTo("excess-decimals");
        assertThat(walk.finished(
                                client.post("/integration/imports/" + id + "/confirm", "{\"mode\":\"all-or-nothing\"}"))
                        .text("/problem/code"))
                .isEqualTo("import-has-errors");
        Answer half = client.send(
                "PATCH", "/integration/imports/" + id + "/rows/5", "{\"cells\":{\"5\":\"12.34\"}}", Map.of());
        assertThat(half.text("/faults/0/code")).isEqualTo("bad-date");
        Answer good = client.send(
                "PATCH", "/integration/imports/" + id + "/rows/5", "{\"cells\":{\"4\":\"2026-02-28\"}}", Map.of());
        assertThat(good.text("/severity")).isEqualTo("good");
        assertThat(client.get("/integration/imports/" + id).json().at("/counts").toString())
                .contains("\"good\":4", "\"errors\":0", "\"rows\":4");
        walk.confirm(id, "all-or-nothing");
        assertThat(client.get("/integration/imports/" + id).text("/result/itemsNew"))
                .isEqualTo("4");
    }

    @AcceptanceTest
    void undoing_brings_back_what_was_there_and_is_refused_while_something_depends_on_it() {
        String first = walk.imported("invoices", OLD).text("/id");
        walk.quiet();
        Map<String, Long> before = counts();
        String second = walk.imported("invoices", NEW).text("/id");
        assertThat(walk.undo(first).text("/problem/code")).isEqualTo("import-has-dependents");
        assertThat(walk.undo(second).text("/state")).isEqualTo("done");
        walk.quiet();
        assertThat(counts()).isEqualTo(before);
        assertThat(walk.undo(first).text("/state")).isEqualTo("done");
        walk.quiet();
        assertThat(counts().values()).containsOnly(0L);
    }

    @AcceptanceTest
    void an_ambiguous_date_becomes_a_question_and_the_answer_is_remembered() {
        String ledger = OLD.replace("2026-01-0", "0")
                .replace("2026-02-0", "0")
                .replaceAll("(?m)0(\\d),0(\\d),", "0$1/01/2026,0$2/02/2026,");
        String id = walk.upload("invoices", ledger);
        Answer asked = client.get("/integration/imports/" + id);
        assertThat(asked.text("/questions/0/code")).isEqualTo("date-order-ambiguous");
        assertThat(asked.text("/state")).isEqualTo("uploaded");
        Answer mapped = client.send("PUT", "/integration/imports/" + id + "/mapping", """
                {"columns":{"customer":0,"customerName":1,"invoice":2,"issued":3,"due":4,"amount":5,"settled":6,"settledAmount":7},
                 "dateOrder":"day/month/year"}""", Map.of());
        assertThat(mapped.text("/state")).isEqualTo("mapped");
        Answer next = client.get("/integration/imports/" + walk.upload("invoices", ledger));
        assertThat(next.text("/columns/0/guess")).isEqualTo("remembered");
        assertThat(next.text("/state")).isEqualTo("mapped");
    }

    @AcceptanceTest
    void the_answer_for_one_column_of_dates_leaves_one_that_shows_its_order() {
        String id = walk.upload("invoices", """
                客户编码,客户名称,发票号,开票日期,到期日,金额
                K1,甲公司,F1,05/01/2026,02/28/2026,100.00
                K1,甲公司,F2,06/01/2026,03/25/2026,200.00
                """);
        client.send("PUT", "/integration/imports/" + id + "/mapping", """
                {"columns":{"customer":0,"customerName":1,"invoice":2,"issued":3,"due":4,"amount":5},
                 "dateOrder":"day/month/year"}""", Map.of());
        walk.done(client.post("/integration/imports/" + id + "/check", "{}"));
        walk.confirm(id, "all-or-nothing");
        var item = client.get("/receivable/items?sort=invoice").json().at("/items/0");
        assertThat(item.at("/issued").asString()).isEqualTo("2026-01-05");
        assertThat(item.at("/due").asString()).isEqualTo("2026-02-28");
    }
}

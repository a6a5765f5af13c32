package xindang.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import xindang.gates.AcceptanceTest;
import xindang.identity.Users;
import xindang.integration.ImportWalk;
import xindang.platform.time.ClockMover;
import xindang.suite.Client;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

/** Two servers on one database, whose clocks are moved. */
class DayChangeTest {

    private RunningServer one;
    private RunningServer two;
    private Client client;
    private ImportWalk walk;
    private LocalDate today;

    @BeforeEach
    void one_invoice_due_tomorrow() throws SQLException, IOException {
        one = Suite.untouchedButSetUp();
        two = Suite.beside(one);
        client = Users.add(one, "specialist", "credit-specialist");
        walk = new ImportWalk(client);
        today = LocalDate.parse(client.get("/identity/session").text("/businessDate"));
        walk.imported("invoices", """
                客户编码,客户名称,发票号,开票日期,到期日,金额
                K1,甲公司,F1,%s,%s,200000.00
                """.formatted(today.minusDays(30), today.plusDays(1)));
        walk.quiet();
    }

    @AfterEach
    void stop() {
        walk.quiet();
        two.close();
        one.close();
    }

    private void moveTo(LocalDate date) {
        one.part(ClockMover.class).moveTo(date);
        two.part(ClockMover.class).moveTo(date);
    }

    private void look(RunningServer server) {
        server.part(DayChange.class).look();
    }

    private List<String> days() {
        return one.db()
                .fetch(
                        "select business_date || ' ' || (finished_at is not null) || ' ' || tries from insight_day order by 1")
                .into(String.class);
    }

    private long jobs() {
        return one.db()
                .fetchSingle("select count(*) from platform_job where kind = 'insight.day-change'")
                .get(0, Long.class);
    }

    @AcceptanceTest
    void a_new_date_is_done_once_however_many_processes_look() throws Exception {
        moveTo(today.plusDays(2));
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Object>> looks = List.of(
                    Executors.callable(() -> look(one)),
                    Executors.callable(() -> look(two)),
                    Executors.callable(() -> look(one)),
                    Executors.callable(() -> look(two)));
            for (var look : threads.invokeAll(looks)) {
                look.get();
            }
        }
        walk.quiet();
        look(one);
        look(two);
        walk.quiet();
        assertThat(days()).containsExactly(today.plusDays(2) + " true 1");
        assertThat(jobs()).isEqualTo(1);
        var customer = client.get("/customerfile/customers").json().at("/items/0");
        assertThat(customer.at("/maxDaysPastDue").asInt()).isEqualTo(1);
        assertThat(customer.at("/assessedOn").asString(""))
                .isEqualTo(today.plusDays(2).toString());
        assertThat(one.db().fetch("select as_of from receivable_snapshot").into(LocalDate.class))
                .as("today's ageing is there before anybody asks")
                .contains(today.plusDays(2));
    }

    @AcceptanceTest
    void dates_that_were_missed_follow_in_their_order() {
        look(one);
        walk.quiet();
        moveTo(today.plusDays(3));
        look(two);
        walk.quiet();
        assertThat(days())
                .containsExactly(
                        today + " true 1",
                        today.plusDays(1) + " true 1",
                        today.plusDays(2) + " true 1",
                        today.plusDays(3) + " true 1");
        // Overdue since the day after the due day, although nobody looked on that day.
        assertThat(client.get("/warning/warnings").body()).contains("\"raisedOn\":\"" + today.plusDays(2) + "\"");
    }

    @AcceptanceTest
    void missed_dates_that_newer_figures_have_overtaken_are_passed_over() {
        look(one);
        walk.quiet();
        moveTo(today.plusDays(3));
        walk.imported(
                "invoices", "客户编码,客户名称,发票号,开票日期,到期日,金额\nK1,甲公司,F2,%s,%s,1.00\n".formatted(today, today.plusDays(30)));
        walk.quiet();
        String customers = client.get("/customerfile/customers").body();
        String warnings = client.get("/warning/warnings").body();
        look(two);
        walk.quiet();
        assertThat(days()).hasSize(4).allMatch(day -> day.endsWith(" true 1"));
        assertThat(one.db()
                        .fetch("select distinct as_of from platform_decision_run order by 1")
                        .into(LocalDate.class))
                .containsExactly(today, today.plusDays(3));
        assertThat(client.get("/customerfile/customers").body()).isEqualTo(customers);
        assertThat(client.get("/warning/warnings").body()).isEqualTo(warnings);
    }

    @AcceptanceTest
    void what_a_crash_interrupted_is_done_by_another_process() {
        look(one);
        walk.quiet();
        DSLContext db = one.db();
        db.execute("update insight_day set finished_at = null");
        db.execute("update platform_job set state = 'failed' where kind = 'insight.day-change'");
        look(two);
        walk.quiet();
        assertThat(days()).containsExactly(today + " true 2");
        assertThat(jobs()).isEqualTo(2);
    }

    @AcceptanceTest
    void what_still_runs_is_left_alone() {
        look(one);
        walk.quiet();
        DSLContext db = one.db();
        db.execute("update insight_day set finished_at = null");
        db.execute("update platform_job set state = 'running', finished_at = null where kind = 'insight.day-change'");
        look(two);
        assertThat(jobs()).isEqualTo(1);
        db.execute("update platform_job set state = 'failed', finished_at = now() where state = 'running'");
    }

    @AcceptanceTest
    void a_schedule_is_recorded_without_a_person() {
        look(one);
        walk.quiet();
        var actors = new ArrayList<String>();
        one.admin()
                .get("/audittrail/entries?action=insight.assess&sort=at")
                .json()
                .at("/items")
                .forEach(entry -> actors.add(entry.at("/actor/name").asString("")));
        assertThat(actors).containsExactly("specialist", "系统");
        assertThat(client.get("/platform/jobs").text("/items/0/kind")).isEqualTo("insight.day-change");
    }
}

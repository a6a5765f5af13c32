package xindang.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import xindang.gates.AcceptanceTest;
import xindang.suite.Suite;

class MonthsAheadTest {

    @AcceptanceTest
    void the_first_record_of_a_month_finds_its_place_prepared() throws Exception {
        try (var one = Suite.untouchedButSetUp();
                var two = Suite.beside(one)) {
            LocalDate later = LocalDate.now(java.time.ZoneOffset.UTC).plusYears(2);
            try (var threads = Executors.newFixedThreadPool(2)) {
                List<Callable<Object>> both = List.of(
                        Executors.callable(() -> one.part(MonthsAhead.class).prepare(later)),
                        Executors.callable(() -> two.part(MonthsAhead.class).prepare(later)));
                for (var each : threads.invokeAll(both)) {
                    each.get();
                }
            }
            var db = one.db();
            for (int month = 0; month < 4; month++) {
                assertThat(partition(db, later.withDayOfMonth(1).plusMonths(month)))
                        .isEqualTo("platform_decision_"
                                + later.plusMonths(month)
                                        .toString()
                                        .substring(0, 7)
                                        .replace("-", ""));
            }
            assertThat(partition(db, later.withDayOfMonth(1).plusMonths(4))).isEqualTo("platform_decision_rest");
        }
    }

    private static String partition(DSLContext db, LocalDate month) {
        String hash = "0".repeat(64);
        return db.resultQuery("""
                with run as (insert into platform_decision_run (node_id, header, sha256, as_of)
                    select id, '{}', ?, ?::date from identity_node where parent_id is null returning id, node_id)
                select id::text, node_id::text from run""", hash, month).fetch().stream()
                .map(run -> db.fetchSingle(
                                "insert into platform_decision (node_id, run_id, kind, subject_id, record, sha256, recorded_at)"
                                        + " values (?::uuid, ?::uuid, 'test', ?::uuid, '{}', ?, ?::date + interval '1 second')"
                                        + " returning tableoid::regclass::text",
                                run.get(1),
                                run.get(0),
                                run.get(0),
                                hash,
                                month)
                        .get(0, String.class))
                .findFirst()
                .orElseThrow();
    }
}

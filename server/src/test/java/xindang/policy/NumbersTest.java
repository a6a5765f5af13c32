package xindang.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.gates.TestTags;
import xindang.platform.database.Wall;
import xindang.platform.problem.Refusal;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;
import xindang.suite.Suite;

/** Numbers are given without gaps from patterns, stay for good, and are found whatever became of them. */
class NumbersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int WRITERS = 64;
    private static final int EACH = 9;

    private final Company company = new Company();
    private final Client manager = company.user("credit-manager");

    private static NumberSeries series() {
        return Suite.server().part(NumberSeries.class);
    }

    private static <T> T within(String node, Function<TransactionStatus, T> work) {
        var transaction = new TransactionTemplate(Suite.server().part(PlatformTransactionManager.class));
        return Wall.<T, RuntimeException>within(
                UUID.fromString(node), () -> Objects.requireNonNull(transaction.execute(work::apply)));
    }

    private Numbered take(NumberKind kind, String node) {
        return take(kind, node, UUID.randomUUID());
    }

    private Numbered take(NumberKind kind, String node, UUID subject) {
        return within(company.id(), _ -> {
            Suite.server().part(Wall.class).opensFor(UUID.fromString(node));
            return series().take(kind, UUID.fromString(node), new NumberSubject("letter", subject, "催收函"), DAY);
        });
    }

    private Answer set(String kind, String node, int version, String pattern, String per) {
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of("node", node, "pattern", pattern, "per", per, "reason", "换新格式"));
        return manager.send("PUT", "/policy/number-rules/" + kind, body, Map.of("If-Match", "\"" + version + "\""));
    }

    private Answer code(String node, String code) {
        return manager.send("PUT", "/policy/number-codes/" + node, "{\"code\":\"" + code + "\"}", Map.of());
    }

    /** Codes are unique in the installation, which tests share. */
    private static String newCode() {
        return "T" + UUID.randomUUID().toString().substring(0, 8);
    }

    @AcceptanceTest
    @Requirement("NUM-03")
    void sixty_four_writers_of_whom_every_third_gives_up_leave_no_gap_and_no_double() throws Exception {
        var given = new ArrayList<Future<List<Integer>>>();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                int from = writer;
                given.add(writers.submit(() -> IntStream.range(0, EACH)
                        .filter(i -> writes((from + i) % 3 == 0))
                        .boxed()
                        .toList()));
            }
        }
        int kept = 0;
        for (Future<List<Integer>> one : given) {
            kept += one.get().size();
        }
        assertThat(kept).isEqualTo(WRITERS * EACH * 2 / 3);
        Answer found = manager.get("/policy/series?kind=letter");
        assertThat(found.text("/items/0/last")).isEqualTo(String.valueOf(kept));
        Answer proof = manager.get("/policy/series/" + found.text("/items/0/id") + "/proof");
        assertThat(proof.body())
                .isEqualTo(
                        "{\"first\":\"HJ-2026-00001\",\"last\":\"HJ-2026-%05d\",\"lastSerial\":%d,\"count\":%d,\"voided\":0,\"gaps\":0}"
                                .formatted(kept, kept, kept));
    }

    /** Takes a number and keeps it, or gives up after it was taken. */
    private boolean writes(boolean givesUp) {
        return within(company.id(), transaction -> {
            series().take(
                            NumberKind.LETTER,
                            UUID.fromString(company.id()),
                            new NumberSubject("letter", UUID.randomUUID(), "催收函"),
                            DAY);
            if (givesUp) {
                transaction.setRollbackOnly();
            }
            return !givesUp;
        });
    }

    @AcceptanceTest
    @Requirement("NUM-03")
    void departments_count_each_for_itself_with_their_codes_as_the_regime_says() {
        String east = company.department("华东部");
        String west = company.department("华西部");
        assertThatThrownBy(() -> take(NumberKind.CUSTOMER_FILE, east))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("number-code-missing");
        String firm = newCode();
        String east1 = newCode();
        String west1 = newCode();
        assertThat(code(company.id(), firm).status()).isEqualTo(200);
        assertThat(code(east, east1).status()).isEqualTo(200);
        assertThat(code(west, east1.toLowerCase(java.util.Locale.ROOT)).code()).isEqualTo("number-code-taken");
        assertThat(code(west, west1).status()).isEqualTo(200);
        assertThat(take(NumberKind.CUSTOMER_FILE, east).number()).isEqualTo(firm + "-" + east1 + "-KH-2026-0001");
        assertThat(take(NumberKind.CUSTOMER_FILE, east).number()).endsWith("-0002");
        assertThat(take(NumberKind.CUSTOMER_FILE, west).number()).isEqualTo(firm + "-" + west1 + "-KH-2026-0001");
        assertThat(take(NumberKind.CONTRACT, west).number()).isEqualTo("HT-" + west1 + "-2026-0001");
        Answer rules = manager.get("/policy/number-rules?node=" + east);
        assertThat(rules.text("/items/0/source")).isEqualTo("regime");
        assertThat(rules.text("/items/0/per")).isEqualTo("department");
        assertThat(set("contract", company.id(), 0, "{serial:4}", "company").code())
                .isEqualTo("number-by-regime");
    }

    @AcceptanceTest
    @Requirement("NUM-03")
    void another_pattern_holds_from_the_next_number_is_dated_and_stands_in_the_trail() {
        assertThat(take(NumberKind.SLIP, company.id()).number()).isEqualTo("DJ-2026-00001");
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of("node", company.id(), "pattern", "浙信〔{yyyy}〕{serial:3}号", "per", "company"));
        Answer preview = manager.post("/policy/number-rules/slip/preview", body);
        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        String year = manager.get("/identity/session").text("/businessDate").substring(0, 4);
        assertThat(preview.text("/items/0"))
                .isEqualTo("浙信〔" + year + "〕" + (year.equals("2026") ? "002" : "001") + "号");
        Answer changed = set("slip", company.id(), 0, "浙信〔{yyyy}〕{serial:3}号", "company");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(take(NumberKind.SLIP, company.id()).number()).isEqualTo("浙信〔2026〕002号");
        assertThat(set("slip", company.id(), 0, "X{serial:3}", "company").code())
                .isEqualTo("stale");
        Answer past = manager.get("/policy/number-rules/slip/history?node=" + company.id());
        assertThat(past.text("/items/0/reason")).isEqualTo("换新格式");
        assertThat(past.text("/items/0/setAt")).isNotEmpty();
        Answer trail = manager.get("/audittrail/entries?action=policy.set-number-pattern");
        assertThat(trail.text("/items/0/changes/0/after")).isEqualTo("浙信〔{yyyy}〕{serial:3}号");
        assertThat(trail.text("/items/0/basis/kind")).isEqualTo("slip");
        String department = company.department("分部");
        assertThat(take(NumberKind.SLIP, department).number())
                .as("a department without a pattern of its own counts with its company")
                .isEqualTo("浙信〔2026〕003号");
    }

    @ParameterizedTest(name = "{0}")
    @Tag(TestTags.ACCEPTANCE)
    @Requirement("NUM-03")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            pattern               | per        | why
            HJ-{yyyy}             | company    | no-serial
            HJ-{year}-{serial:4}  | company    | unknown-token
            HJ-{serial:4          | company    | loose-brace
            H J{serial:4}         | company    | unfit-character
            HJ-{yyyy}-{serial:4}  | department | no-department""")
    void a_pattern_that_would_repeat_or_cannot_be_read_is_refused(String pattern, String per, String why) {
        Answer refused = set("letter", company.id(), 0, pattern, per);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("number-pattern-unfit");
        assertThat(refused.text("/reasons/0/facts/code")).isEqualTo(why);
    }

    @AcceptanceTest
    @Requirement("NUM-03")
    void a_void_number_stays_with_its_reason_and_is_never_given_again() {
        UUID subject = UUID.randomUUID();
        Numbered first = take(NumberKind.LETTER, company.id(), subject);
        assertThatThrownBy(() -> take(NumberKind.LETTER, company.id(), subject))
                .hasMessageContaining("numbered-already");
        Answer voided = manager.post("/policy/numbers/" + first.id() + "/void", "{\"reason\":\"打印错误\"}");
        assertThat(voided.text("/state")).isEqualTo("void");
        assertThat(voided.text("/reason")).isEqualTo("打印错误");
        assertThat(manager.post("/policy/numbers/" + first.id() + "/void", "{\"reason\":\"再次\"}")
                        .code())
                .isEqualTo("number-closed");
        assertThat(take(NumberKind.LETTER, company.id(), subject).serial()).isEqualTo(first.serial() + 1);
        Answer found = manager.get("/policy/numbers?number=" + Client.encoded(first.number()));
        assertThat(found.json().at("/items")).hasSize(1);
        assertThat(found.text("/items/0/subject/id")).isEqualTo(subject.toString());
        assertThat(manager.get("/policy/series/" + first.series() + "/numbers?state=void")
                        .text("/items/0/number"))
                .isEqualTo(first.number());
        assertThat(manager.get("/policy/series/" + first.series() + "/proof").text("/voided"))
                .isEqualTo("1");
        assertThat(company.user("sales")
                        .post("/policy/numbers/" + first.id() + "/void", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(new Company()
                        .user("credit-manager")
                        .post("/policy/numbers/" + first.id() + "/void", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @AcceptanceTest
    @Requirement("NUM-04")
    void after_a_move_the_old_number_counts_and_is_found_by_both_until_it_is_replaced_which_keeps_it_too() {
        String from = company.department("一部");
        String to = company.department("二部");
        code(from, newCode());
        String code = newCode();
        code(to, code);
        UUID subject = UUID.randomUUID();
        Numbered old = take(NumberKind.CONTRACT, from, subject);
        Client newKeeper = company.user("credit-manager", to);
        String path = "/policy/numbers?number=" + Client.encoded(old.number());
        assertThat(newKeeper.get(path).json().at("/items")).isEmpty();
        asBoth(from, to, () -> series().moved(NumberKind.CONTRACT, subject, UUID.fromString(to), DAY));
        Answer moved = newKeeper.get(path);
        assertThat(moved.text("/items/0/movedOn")).isEqualTo("2026-03-02");
        assertThat(moved.text("/items/0/state")).isEqualTo("given");
        asBoth(
                from,
                to,
                () -> series().renumber(
                                NumberKind.CONTRACT,
                                UUID.fromString(to),
                                new NumberSubject("letter", subject, "合同"),
                                DAY.plusDays(3)));
        Answer replaced = manager.get(path);
        assertThat(replaced.text("/items/0/state")).isEqualTo("replaced");
        assertThat(replaced.text("/items/0/replacedBy")).isEqualTo("HT-" + code + "-2026-0001");
        assertThat(replaced.text("/items/0/replacedOn")).isEqualTo("2026-03-05");
        assertThat(newKeeper.get(path).text("/items/0/replacedBy")).isEqualTo("HT-" + code + "-2026-0001");
    }

    /** As somebody of the company who reaches both departments. */
    private void asBoth(String from, String to, Runnable work) {
        var wall = Suite.server().part(Wall.class);
        within(company.id(), _ -> {
            wall.opensFor(UUID.fromString(from));
            wall.opensFor(UUID.fromString(to));
            work.run();
            return true;
        });
    }

    @Test
    void the_database_itself_lets_no_number_go_and_no_series_jump() {
        Numbered one = take(NumberKind.LETTER, company.id());
        var db = Suite.server().db();
        for (String change : List.of(
                "delete from policy_number where id = ?",
                "update policy_number set number = 'X' where id = ?",
                "update policy_series set last = last + 2 where id = (select series_id from policy_number where id = ?)",
                "delete from policy_series where id = (select series_id from policy_number where id = ?)")) {
            assertThatThrownBy(() -> db.execute(change, one.id()))
                    .as(change)
                    .isInstanceOfAny(DataAccessException.class, org.jooq.exception.DataAccessException.class);
        }
    }
}

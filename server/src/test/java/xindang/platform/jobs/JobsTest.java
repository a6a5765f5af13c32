package xindang.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import xindang.gates.AcceptanceTest;
import xindang.identity.Users;
import xindang.platform.access.Caller;
import xindang.platform.database.Wall;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

class JobsTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final RunningServer server = Suite.server();
    private final Client admin = server.admin();
    private final Jobs jobs = server.part(Jobs.class);

    @AcceptanceTest
    void a_job_is_seen_from_start_to_result() {
        UUID id = submit(progress -> {
            progress.total(10);
            for (int i = 1; i <= 10; i++) {
                progress.done(i);
            }
            return new Job.Result("/insight", Map.of("customers", 10));
        });
        Answer done = await(id, job -> job.text("/state").equals("done"));
        assertThat(done.json().at("/done").asLong()).isEqualTo(10);
        assertThat(done.json().at("/total").asLong()).isEqualTo(10);
        assertThat(done.text("/result/link")).isEqualTo("/insight");
        assertThat(done.text("/user"))
                .isEqualTo(admin.get("/identity/session").text("/user/id"))
                .isNotEmpty();
        assertThat(admin.get("/platform/jobs").text("/items/0/id")).isNotEmpty();
    }

    @AcceptanceTest
    void a_cancelled_job_ends_at_its_next_step() {
        var begun = new CountDownLatch(1);
        UUID id = submit(progress -> {
            begun.countDown();
            for (long step = 1; ; step++) {
                progress.done(step);
                Thread.sleep(20);
            }
        });
        await(id, job -> job.text("/state").equals("running"));
        assertThat(admin.delete("/platform/jobs/" + id).status()).isEqualTo(200);
        assertThat(await(id, job -> !job.text("/finishedAt").isEmpty()).text("/state"))
                .isEqualTo("cancelled");
        assertThat(begun.getCount()).isZero();
    }

    @AcceptanceTest
    void a_failed_job_says_why_without_showing_our_insides() {
        UUID refused = submit(_ -> {
            throw Refusal.of(Code.CONFLICT);
        });
        UUID broken = submit(_ -> {
            throw new IllegalStateException("secret");
        });
        assertThat(await(refused, job -> job.text("/state").equals("failed")).text("/problem/code"))
                .isEqualTo("conflict");
        Answer english = admin.send("GET", "/platform/jobs/" + refused, null, Map.of("Accept-Language", "en"));
        assertThat(english.text("/problem/detail")).matches("\\p{ASCII}+");
        assertThat(admin.get("/platform/jobs/" + refused).text("/problem/detail"))
                .containsPattern("\\p{IsHan}");
        Answer fault = await(broken, job -> job.text("/state").equals("failed"));
        assertThat(fault.text("/problem/code")).isEqualTo("work-failed");
        assertThat(fault.body()).doesNotContain("secret");
    }

    @AcceptanceTest
    void a_job_whose_process_is_gone_fails_at_the_next_look() throws SQLException {
        UUID id = submit(_ -> new Job.Result(null, Map.of()));
        await(id, job -> job.text("/state").equals("done"));
        try (Connection database = Suite.database("owner");
                Statement statement = database.createStatement()) {
            statement.execute("update platform_job set state = 'running', finished_at = null, process_id = uuidv7() "
                    + "where id = '" + id + "'");
        }
        jobs.beat();
        assertThat(await(id, job -> job.text("/state").equals("failed")).text("/problem/code"))
                .isEqualTo("process-ended");
    }

    @AcceptanceTest
    void others_beside_do_not_see_it() {
        UUID id = submit(_ -> new Job.Result(null, Map.of()));
        String company = admin.get("/identity/session").text("/node/id");
        String apart = admin.post("/identity/nodes", """
                {"parent":"%s","kind":"department","name":"任务外"}""".formatted(company)).text("/id");
        Client other = Users.add(server, "apart", "finance", apart);
        assertThat(other.get("/platform/jobs/" + id).status()).isEqualTo(404);
        assertThat(other.delete("/platform/jobs/" + id).status()).isEqualTo(404);
    }

    private UUID submit(Work work) {
        Caller caller = Users.caller(server, "admin");
        return Objects.requireNonNull(Wall.within(
                        caller.node(), () -> jobs.submit(caller, caller.node(), "platform.test", "测试任务", work)))
                .id();
    }

    private Answer await(UUID id, Predicate<Answer> until) {
        Instant end = Instant.now().plus(LONGEST);
        while (true) {
            Answer job = admin.get("/platform/jobs/" + id);
            if (until.test(job)) {
                return job;
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("waited in vain: " + job.body());
            }
        }
    }
}

package xindang.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import xindang.gates.AcceptanceTest;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Suite;

class RepeatedRequestsTest {

    private final Client admin = Suite.server().admin();
    private final String company = admin.get("/identity/session").text("/node/id");

    @AcceptanceTest
    void a_repeated_request_happens_once_and_gets_the_same_bytes() {
        String key = UUID.randomUUID().toString();
        Answer first = addNode("一部 " + key, key);
        Answer again = addNode("一部 " + key, key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    }

    @AcceptanceTest
    void a_refusal_is_repeated_too() {
        String key = UUID.randomUUID().toString();
        Answer first = addNode("", key);
        assertThat(first.code()).isEqualTo("invalid-fields");
        assertThat(addNode("", key).body()).isEqualTo(first.body());
    }

    @AcceptanceTest
    void a_key_belongs_to_one_request() {
        String key = UUID.randomUUID().toString();
        assertThat(addNode("二部 " + key, key).status()).isEqualTo(201);
        assertThat(addNode("三部 " + key, key).code()).isEqualTo("key-reused");
        assertThat(Suite.server()
                        .client()
                        .send("POST", "/identity/nodes", "{}", Map.of("Idempotency-Key", key))
                        .status())
                .isEqualTo(401);
    }

    @AcceptanceTest
    void many_at_once_happen_once() throws Exception {
        String key = UUID.randomUUID().toString();
        List<Callable<Answer>> attempts = IntStream.range(0, 8)
                .<Callable<Answer>>mapToObj(_ -> () -> addNode("四部 " + key, key))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : threads.invokeAll(attempts)) {
                assertThat(answer.get().status()).isIn(201, 409);
            }
        }
        long made = admin.get("/identity/nodes")
                .json()
                .at("/items")
                .valueStream()
                .filter(node -> node.at("/name").asString("").equals("四部 " + key))
                .count();
        assertThat(made).isEqualTo(1);
        assertThat(addNode("四部 " + key, key).status()).isEqualTo(201);
    }

    private Answer addNode(String name, String key) {
        return admin.send("POST", "/identity/nodes", """
                {"parent":"%s","kind":"department","name":"%s"}""".formatted(company, name), Map.of("Idempotency-Key", key));
    }
}

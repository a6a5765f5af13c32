package xindang.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.integration.ImportWalk;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;

/** Design §5: what was decided under a version is decided the same again, whatever is published later. */
class ReplayAfterPublicationsTest {

    private static final int CUSTOMERS = 3;
    private static final int ROUNDS = 6;
    private static final List<String> SCALES = List.of("five", "four-A", "four-D", "three", "digits");

    private final Company company = new Company();
    private final Client manager = company.user("credit-manager");
    private final Client group = company.user("leading-group");
    private final ImportWalk walk = new ImportWalk(manager);

    @AcceptanceTest
    @Requirement("EVAL-08")
    void every_decision_replays_byte_by_byte_after_any_later_publication() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var decisions = new LinkedHashMap<String, String>();
        for (int round = 0; round < ROUNDS; round++) {
            assess(round, random);
            collect(decisions, round);
            publish(random, seed);
            decisions.forEach((decision, when) -> assertThat(
                            manager.get("/platform/decisions/" + decision).text("/replay"))
                    .as("seed %d: decision of round %s", seed, when)
                    .isEqualTo("same"));
        }
        // Later rounds decide anew only where a figure or the regime makes a difference, which is up to chance.
        assertThat(decisions.values().stream().filter("0"::equals).count())
                .as("seed %d: each customer was rated before the first publication", seed)
                .isEqualTo(CUSTOMERS);
    }

    private void assess(int round, Random random) {
        var ledger = new StringBuilder("客户编码,客户名称,发票号,开票日期,到期日,金额,核销日期,已核销金额\n");
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            int day = 1 + random.nextInt(27);
            boolean paid = random.nextBoolean();
            ledger.append("K%d,客户%d,F%d-%d,2026-%02d-%02d,2026-%02d-%02d,%d.%02d,%s,%s\n"
                    .formatted(
                            customer,
                            customer,
                            round,
                            customer,
                            1 + round,
                            day,
                            2 + round,
                            day,
                            100 + random.nextInt(90_000),
                            random.nextInt(100),
                            paid ? "2026-%02d-%02d".formatted(3 + round, day) : "",
                            ""));
        }
        walk.imported("invoices", ledger.toString());
        walk.quietAfterAssessments(round + 1);
    }

    private void collect(Map<String, String> decisions, int round) {
        manager.get("/customerfile/customers").json().at("/items").forEach(customer -> {
            Answer ratings = manager.get(
                    "/evaluation/ratings?customer=" + customer.at("/id").asString());
            ratings.json()
                    .at("/items")
                    .forEach(rating ->
                            decisions.putIfAbsent(rating.at("/decision").asString(), String.valueOf(round)));
        });
    }

    /** Publishes one to three changes of what the engine decides by; some of them contradict what is there, and are given up. */
    private void publish(Random random, long seed) {
        Draft draft = drafted(random, seed);
        while (draft.check().stream()
                .anyMatch(one -> one.get("severity").asString().equals("error"))) {
            assertThat(draft.send("DELETE", "", null).status())
                    .as("seed %d", seed)
                    .isEqualTo(204);
            draft = drafted(random, seed);
        }
        Answer approved = draft.decide(group, "approved");
        assertThat(approved.status()).as("seed %d: %s", seed, approved.body()).isEqualTo(200);
    }

    private Draft drafted(Random random, long seed) {
        Draft draft = Draft.start(manager, company.id(), "in-force", null);
        boolean changed = false;
        while (!changed) {
            for (int i = random.nextInt(3); i >= 0; i--) {
                Map.Entry<String, String> change = change(random);
                assertThat(draft.set(change.getKey(), change.getValue()).status())
                        .as("seed %d: %s", seed, change)
                        .isEqualTo(200);
            }
            changed = !manager.get(draft.path()).json().at("/differences").isEmpty();
        }
        return draft;
    }

    private static Map.Entry<String, String> change(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Map.entry("rat.scale", "\"" + SCALES.get(random.nextInt(SCALES.size())) + "\"");
            case 1 -> Map.entry("rat.validity", "\"P" + (6 + random.nextInt(12)) + "M\"");
            case 2 -> Map.entry("lim.formula", "{\"kind\":\"termNeed\",\"leadDays\":" + random.nextInt(60) + "}");
            case 3 -> Map.entry("lim.roundTo", "{\"CNY\":\"" + (1 + random.nextInt(5)) + "00.00\",\"*\":\"100\"}");
            case 4 -> Map.entry("lim.atMost", "{\"CNY\":\"" + (1 + random.nextInt(90)) + "000.00\"}");
            default ->
                Map.entry("lim.term", random.nextBoolean() ? "\"gradePeriod\"" : "\"usualTermWithinGradePeriod\"");
        };
    }
}

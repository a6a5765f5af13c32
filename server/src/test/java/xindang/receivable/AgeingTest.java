package xindang.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import xindang.engine.receivable.AccountMeasures;
import xindang.engine.receivable.AgeingSchedule;
import xindang.gates.AcceptanceTest;
import xindang.gates.TestTags;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;

/** Random items, once in the database and once in columns of the engine: both must age them alike, on any day. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgeingTest {

    private static final long SEED = 20_261_122;
    private static final int ITEMS = 120;

    private final Company company = new Company();
    private final String north = company.department("华北");
    private final Client finance = company.user("finance");
    private final Client northern = company.user("sales", north);
    private final LocalDate today =
            LocalDate.parse(finance.get("/identity/session").text("/businessDate"));
    private final List<Account> accounts = new ArrayList<>();

    private record Account(String file, ItemColumns items) {}

    @AcceptanceTest
    void a_file_that_cannot_be_made_is_no_file() {
        for (String path : List.of(
                "/receivable/ageing.csv?asOf=2099-01-01",
                "/receivable/ageing.xlsx?asOf=2099-01-01",
                "/receivable/items.csv?sort=nonsense")) {
            Answer refused = finance.get(path);
            assertThat(refused.status()).as(path).isBetween(400, 422);
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
            assertThat(refused.header("Content-Disposition")).isEmpty();
        }
    }

    @BeforeAll
    void random_items() {
        var random = new Random(SEED);
        Client manager = company.user("credit-manager");
        for (int i = 0; i < 4; i++) {
            var account = new Account(Company.customer(manager, "客户" + i, i == 0 ? north : null), new ItemColumns());
            for (int n = 0; n < ITEMS; n++) {
                item(account, n, random);
            }
            accounts.add(account);
        }
    }

    private void item(Account account, int number, Random random) {
        LocalDate issued = random.nextInt(10) == 0 ? null : today.minusDays(random.nextInt(800) - 5L);
        LocalDate due = today.minusDays(random.nextInt(800) - 90L);
        long amount = (random.nextInt(8) == 0 ? -1 : 1) * (1L + random.nextInt(100_000));
        LocalDate settledOn = random.nextInt(5) == 0 ? null : today.minusDays(random.nextInt(800) - 5L);
        long settled = switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> amount / 2;
            default -> amount;
        };
        boolean split = random.nextInt(6) == 0 && Math.abs(settled) > 1;
        String id = UUID.randomUUID().toString();
        Company.sql(
                "insert into receivable_item (id, node_id, file_id, source, item_key, invoice, issued, due, currency,"
                        + " amount, settled_amount, settled_on, split) values (?, ?, ?, 'ledger', ?, ?, ?, ?, 'CNY', ?, ?, ?, ?)",
                id,
                company.id(),
                account.file(),
                "INV-" + number,
                "INV-" + number,
                issued,
                due,
                yuan(amount),
                yuan(settled),
                settledOn,
                split);
        if (!split) {
            account.items().add(issued, due, settled == 0 ? null : settledOn, amount, settled);
            return;
        }
        // For the engine an item settled in parts is one item per part and one of the rest.
        LocalDate second = today.minusDays(random.nextInt(800));
        long part = settled / 2;
        part(id, settledOn, part);
        part(id, second, settled - part);
        account.items().add(issued, due, settledOn, part, part);
        account.items().add(issued, due, second, settled - part, settled - part);
        account.items().add(issued, due, null, amount - settled, 0);
    }

    private void part(String item, @org.jspecify.annotations.Nullable LocalDate on, long amount) {
        Company.sql(
                "insert into receivable_settlement (item_id, node_id, settled_on, amount) values (?, ?, ?, ?)",
                item,
                company.id(),
                on,
                yuan(amount));
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }

    @ParameterizedTest(name = "{0} days ago")
    @Tag(TestTags.ACCEPTANCE)
    @ValueSource(ints = {0, 1, 30, 31, 95, 366, 700})
    void every_cell_is_what_the_engine_says(int daysAgo) {
        LocalDate asOf = today.minusDays(daysAgo);
        JsonNode page = finance.get("/receivable/ageing?asOf=" + asOf).json();
        var sum = new long[AgeingSchedule.STANDARD.buckets()];
        for (Account account : accounts) {
            AccountMeasures expected = account.items().measured(asOf);
            JsonNode line = line(page, account.file());
            for (int bucket = 0; bucket < sum.length; bucket++) {
                sum[bucket] += expected.amount(bucket);
                assertThat(new BigDecimal(line.at("/amounts/" + bucket).asString("0")))
                        .as("seed %d, %s, bucket %d", SEED, asOf, bucket)
                        .isEqualByComparingTo(yuan(expected.amount(bucket)));
            }
        }
        JsonNode totals = finance.get("/receivable/ageing/totals?asOf=" + asOf).json();
        for (int bucket = 0; bucket < sum.length; bucket++) {
            assertThat(totals.at("/amounts/" + bucket).asString(""))
                    .isEqualTo(yuan(sum[bucket]).toPlainString());
        }
        assertThat(totals.at("/difference").asString("")).isEqualTo("0.00");
        assertThat(totals.at("/bookedLater").asLong() > 0).isEqualTo(daysAgo > 0);
    }

    @AcceptanceTest
    void months_of_a_customer_are_the_ageing_of_their_last_days() {
        for (Account account : accounts) {
            JsonNode months = finance.get("/receivable/months?customer=" + account.file())
                    .json()
                    .at("/items");
            assertThat(months.size()).isEqualTo(12);
            assertThat(months.at("/11/on").asString("")).isEqualTo(today.toString());
            for (int back : List.of(0, 1, 6, 11)) {
                JsonNode month = months.get(11 - back);
                LocalDate on = LocalDate.parse(month.at("/on").asString(""));
                assertThat(back == 0 || on.plusDays(1).getDayOfMonth() == 1).isTrue();
                JsonNode shown =
                        line(finance.get("/receivable/ageing?asOf=" + on).json(), account.file());
                assertThat(month.at("/open").asString(""))
                        .isEqualTo(shown.at("/open").asString("0.00"));
                assertThat(month.at("/overdue").asString(""))
                        .isEqualTo(shown.at("/overdue").asString("0.00"));
            }
        }
        assertThat(northern.get("/receivable/months?customer=" + accounts.get(1).file())
                        .status())
                .isEqualTo(404);
    }

    private static JsonNode line(JsonNode page, String file) {
        for (JsonNode line : page.at("/items")) {
            if (line.at("/key/id").asString("").equals(file)) {
                return line;
            }
        }
        return page.at("/nothing");
    }

    @AcceptanceTest
    void items_behind_a_cell_add_up_to_it() {
        LocalDate asOf = today.minusDays(60);
        JsonNode page = finance.get("/receivable/ageing?asOf=" + asOf).json();
        for (JsonNode line : page.at("/items")) {
            String file = line.at("/key/id").asString("");
            for (int bucket = 0; bucket < page.at("/buckets").size(); bucket++) {
                JsonNode items = finance.get("/receivable/items?limit=500&open=true&currency=CNY&customer=" + file
                                + "&asOf=" + asOf + "&bucket="
                                + page.at("/buckets/" + bucket).asString(""))
                        .json();
                BigDecimal sum = BigDecimal.ZERO;
                for (JsonNode item : items.at("/items")) {
                    sum = sum.add(new BigDecimal(item.at("/open/amount").asString("")));
                }
                assertThat(sum)
                        .isEqualByComparingTo(
                                new BigDecimal(line.at("/amounts/" + bucket).asString("")));
                agrees(line, bucket, page.at("/buckets/" + bucket).asString(""), asOf);
            }
        }
    }

    /** The server's own sum of the items is the cell, digit by digit; of no items there is none. */
    private void agrees(JsonNode line, int bucket, String code, LocalDate asOf) {
        JsonNode sums = finance.get("/receivable/items/sums?currency=CNY&open=true&customer="
                        + line.at("/key/id").asString("") + "&asOf=" + asOf + "&bucket=" + code)
                .json();
        assertThat(sums.at("/complete").asBoolean()).isTrue();
        assertThat(sums.at("/byCurrency/0/open").asString("0.00"))
                .isEqualTo(line.at("/amounts/" + bucket).asString(""));
    }

    @AcceptanceTest
    void sums_are_those_of_the_customers_a_search_finds() {
        String q = "q=" + java.net.URLEncoder.encode("客户2", java.nio.charset.StandardCharsets.UTF_8);
        JsonNode line = finance.get("/receivable/ageing?" + q).json().at("/items/0");
        JsonNode totals = finance.get("/receivable/ageing/totals?" + q).json();
        assertThat(totals.at("/customers").asInt()).isEqualTo(1);
        assertThat(totals.at("/amounts").toString())
                .isEqualTo(line.at("/amounts").toString());
        assertThat(totals.at("/open").asString("")).isEqualTo(line.at("/open").asString(""));
        assertThat(totals.at("/difference").isString()).isFalse();
        JsonNode all = finance.get("/receivable/ageing/totals").json();
        assertThat(all.at("/open").asString("")).isNotEqualTo(totals.at("/open").asString(""));
        assertThat(finance.get("/receivable/ageing/totals?by=department&" + q).json())
                .isEqualTo(all);
        assertThat(northern.get("/receivable/ageing/totals?" + q).text("/customers"))
                .isEqualTo("0");
    }

    @AcceptanceTest
    void a_department_sees_the_ageing_of_its_customers() {
        JsonNode page = northern.get("/receivable/ageing").json();
        assertThat(page.at("/count").asInt()).isEqualTo(1);
        assertThat(page.at("/items/0/key/id").asString(""))
                .isEqualTo(accounts.getFirst().file());
        JsonNode totals = northern.get("/receivable/ageing/totals").json();
        assertThat(totals.at("/open").asString(""))
                .isEqualTo(page.at("/items/0/open").asString(""));
        assertThat(totals.at("/difference").asString("")).isEqualTo("0.00");
        JsonNode departments =
                finance.get("/receivable/ageing?by=department&sort=name").json();
        assertThat(departments.at("/count").asInt()).isEqualTo(2);
        Answer foreign =
                northern.get("/receivable/items?customer=" + accounts.getLast().file());
        assertThat(foreign.json().at("/count").asInt()).isZero();
    }

    @AcceptanceTest
    void a_day_to_come_is_refused() {
        Answer refused = finance.get("/receivable/ageing?asOf=" + today.plusDays(1));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("future-date");
    }

    @AcceptanceTest
    void both_lists_come_as_files() {
        List<String> lines = finance.get("/receivable/ageing.csv?columns=name,open,bucket-not-due&sort=name")
                .body()
                .lines()
                .toList();
        assertThat(lines).as("head, accounts, mark").hasSize(accounts.size() + 2);
        assertThat(lines.getFirst()).isEqualTo("\uFEFF名称,币种,未清金额,未到期");
        assertThat(finance.get("/receivable/items.csv?open=true").status()).isEqualTo(200);
        assertThat(finance.get("/receivable/currencies").text("/items/0")).isEqualTo("CNY");
    }
}

package xindang.assess.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import xindang.assess.AssessedLedgers;
import xindang.gates.Requirement;

/** The page as a reader gets it, made by the real command. */
class ReportPageTest {

    private static final String LEDGER = """
            客户,客户名称,发票号,开票日期,到期日,金额,币种,核销日期,争议
            K1,示例甲公司,1,2026-06-01,2026-07-01,1000.00,CNY,2026-07-01,
            K1,示例甲公司,2,2026-08-01,2026-08-31,30000.00,CNY,,
            K1,示例甲公司,3,2026-10-01,2026-11-30,4000.00,CNY,,是
            K1,示例甲公司,4,2026-09-15,2026-10-15,-500.00,CNY,,
            K2,示例乙公司,5,2026-01-10,2026-02-10,2500.50,CNY,2026-05-20,
            K2,示例乙公司,6,2026-03-10,2026-04-10,7000.00,CNY,,
            K3,示例丙公司,7,2026-10-05,2026-11-04,1234567,JPY,,
            K4,示例丁公司,8,2026-10-05,2026-11-04,壹佰,CNY,,
            """;

    @TempDir
    private Path folder;

    private Document page(String... options) throws IOException {
        return Pages.parse(AssessedLedgers.page(folder, LEDGER, options));
    }

    @Requirement("AR-03")
    @Test
    void ageing_shows_count_amount_and_share_of_every_bucket() throws IOException {
        Document page = page("--as-of", "2026-10-31", "--lang", "en");

        assertThat(Pages.table(page, "Ageing · Renminbi CNY"))
                .containsExactly(
                        List.of("Not due", "1", "4,000.00", "9.9%"),
                        List.of("1–30 days", "1", "-500.00", "-1.2%"),
                        List.of("31–60 days", "0", "0.00", "0.0%"),
                        List.of("61–90 days", "1", "30,000.00", "74.1%"),
                        List.of("91–180 days", "0", "0.00", "0.0%"),
                        List.of("181–365 days", "1", "7,000.00", "17.3%"),
                        List.of("Over 365 days", "0", "0.00", "0.0%"),
                        List.of("Total", "4", "40,500.00", "100.0%"));
        assertThat(Pages.table(page, "Ageing · Yen JPY").getFirst())
                .as("yen have no decimals")
                .containsExactly("Not due", "1", "1,234,567", "100.0%");
    }

    @Test
    void largest_overdue_customers_come_first_with_what_the_customer_file_says() throws IOException {
        Document page = page("--as-of", "2026-10-31", "--lang", "zh");

        List<List<String>> top = Pages.table(page, "逾期金额前 20 名 · 人民币 CNY");
        List<String> file = AssessedLedgers.lines(folder, "customers.csv");
        assertThat(top).hasSize(2);
        assertThat(top.get(0).subList(0, 4)).containsExactly("示例甲公司K1", "33,500.00", "29,500.00", "61");
        assertThat(top.get(1).subList(0, 4)).containsExactly("示例乙公司K2", "7,000.00", "7,000.00", "204");
        for (List<String> row : top) {
            String[] fields = file.stream()
                    .filter(line -> line.startsWith(row.getFirst().substring(5)))
                    .findFirst()
                    .orElseThrow()
                    .split(",", -1);
            assertThat(row.get(4)).isEqualTo(fields[20]);
            assertThat(row.get(5)).isEqualTo(fields[21]);
            assertThat(row.get(6).replace(",", "")).isEqualTo(fields[22].equals("no-credit") ? "不予授信" : fields[22]);
        }
    }

    @Requirement("RAT-05")
    @Test
    void every_grade_stands_with_scale_and_meaning() throws IOException {
        Document page = page("--as-of", "2026-10-31", "--lang", "zh");

        List<Element> badges = Pages.elements(page, "span").stream()
                .filter(span -> span.getAttribute("class").matches("grade g\\d"))
                .toList();
        assertThat(badges)
                .isNotEmpty()
                .allSatisfy(badge -> assertThat(badge.getAttribute("title")).startsWith("五级制：信用"));
        assertThat(Pages.table(page, "各等级客户 · 五级制"))
                .last()
                .satisfies(row -> assertThat(row.get(3)).isEqualTo("3"));
    }

    @Test
    void states_of_limits_are_words_and_never_zero() throws IOException {
        Document page = page("--as-of", "2026-10-31", "--lang", "en");

        assertThat(Pages.table(page, "Amounts and suggested limits by grade · Yen JPY"))
                .as("one customer with neither history nor overdue item")
                .contains(List.of("not rated", "1", "1,234,567", "0", "0.0%", "0", "0", "1"));
        assertThat(Pages.table(page, "The 20 largest overdue amounts · Renminbi CNY"))
                .allSatisfy(row -> assertThat(row.get(6)).isNotIn("", "0", "0.00", "no-credit", "not-assessed"));
    }

    @Test
    void score_can_be_followed_by_hand_with_the_tables_of_the_page() throws IOException {
        Document page = page("--as-of", "2026-10-31", "--lang", "en");

        // K2: 2,500.50 paid 99 days late, 7,000.00 overdue for 204 days: the last line of every table.
        assertThat(Pages.table(page, "Promptness of payment: values and points"))
                .last()
                .isEqualTo(List.of("> 60 days", "0"));
        assertThat(Pages.table(page, "Habit of paying late: values and points"))
                .last()
                .isEqualTo(List.of("> 80%", "2"));
        assertThat(Pages.table(page, "Longest overdue item: values and points"))
                .last()
                .isEqualTo(List.of("> 90 days", "0"));
        assertThat(Pages.table(page, "Present overdue share: values and points"))
                .last()
                .isEqualTo(List.of("> 80%", "0"));
        assertThat(Pages.table(page, "Knock-outs").getFirst())
                .containsExactly("Overdue more than 180 days", "Longest days past due of an open item > 180 days", "C");
        List<String> customer = Pages.table(page, "The 20 largest overdue amounts · Renminbi CNY")
                .get(1);
        assertThat(customer.subList(4, 7)).containsExactly("2", "C", "no credit");
    }

    @Test
    void page_of_many_currencies_and_long_names_stays_small() throws IOException {
        List<String> codes = List.of(
                "AED", "ARS", "AUD", "BGN", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP", "EUR", "GBP",
                "HKD", "HUF", "IDR", "ILS", "INR", "JPY", "KRW", "KWD", "MXN", "MYR", "NOK", "NZD", "PEN", "PHP",
                "PLN");
        var csv = new StringBuilder("customer,invoice,invoice date,due date,amount,currency\n");
        for (String code : codes) {
            for (int i = 0; i < 25; i++) {
                csv.append("示例".repeat(2_000)).append(code).append(i);
                csv.append(",")
                        .append(i)
                        .append(",2026-01-05,2026-02-05,5000,")
                        .append(code)
                        .append('\n');
            }
        }
        String text = AssessedLedgers.page(folder, csv.toString(), "--as-of", "2026-03-31", "--lang", "en");

        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(400_000);
        assertThat(Pages.table(Pages.parse(text), "Other currencies")).hasSize(codes.size() - View.CURRENCIES);
    }

    @Test
    void rejected_rows_and_assumptions_stand_before_everything_else() throws IOException {
        Document page = page("--as-of", "2026-10-31", "--lang", "en");

        Element notes = Pages.elements(page, "section").getFirst();
        assertThat(notes.getAttribute("aria-labelledby")).isEqualTo("notes");
        assertThat(notes.getTextContent()).contains("1 rows were rejected");
        assertThat(Pages.table(page, "Rejected rows"))
                .containsExactly(
                        List.of("bad-amount", "not an amount: write 1234.50, or name the style with --map", "1"));
    }

    @Test
    void converted_sums_show_rates_and_their_dates() throws IOException {
        Path rates = Files.writeString(folder.resolve("rates.csv"), "date,from,to,rate\n2026-10-30,JPY,CNY,0.05\n");
        Document page = page("--as-of", "2026-10-31", "--lang", "en", "--rates", rates.toString());

        assertThat(Pages.table(page, "In Renminbi CNY"))
                .contains(List.of("Not due", "65,728.35", "64.3%"), List.of("Open", "102,228.35", "100.0%"));
        assertThat(Pages.table(page, "Rates used"))
                .containsExactly(List.of("Yen JPY", "Renminbi CNY", "0.05", "2026-10-30"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void page_is_sound_for_readers_of_every_kind(String language) throws IOException {
        Document page = page("--as-of", "2026-10-31", "--lang", language);

        assertThat(page.getDocumentElement().getAttribute("lang")).startsWith(language);
        assertThat(Pages.elements(page, "h1")).hasSize(1);
        assertThat(Pages.elements(page, "main")).hasSize(1);
        assertThat(Pages.elements(page, "table")).isNotEmpty().allSatisfy(table -> {
            assertThat(Pages.elements(table, "caption")).hasSize(1);
            assertThat(Pages.elements(table, "th"))
                    .allSatisfy(head -> assertThat(head.getAttribute("scope")).isIn("row", "col"));
        });
        assertThat(Pages.elements(page, "svg"))
                .filteredOn(svg -> !svg.hasAttribute("aria-hidden"))
                .hasSize(3)
                .allSatisfy(svg -> {
                    assertThat(Pages.elements(svg, "title")).hasSize(1);
                    assertThat(Pages.elements(svg, "desc").getFirst().getTextContent())
                            .isNotBlank();
                });
        List<String> ids = Pages.elements(page, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(Pages.elements(page, "a"))
                .allSatisfy(link ->
                        assertThat(ids).contains(link.getAttribute("href").substring(1)));
    }

    @Test
    void page_refers_to_nothing_outside_itself() throws IOException {
        String text = AssessedLedgers.page(folder, LEDGER, "--as-of", "2026-10-31");

        assertThat(text)
                .contains("content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:\"")
                .doesNotContain("<script", "<link", "<img", "<iframe", "<object", "@import", "@font-face");
        assertThat(Pattern.compile("https?://").matcher(text).results().count())
                .as("names of namespaces are the only addresses")
                .isEqualTo(Pattern.compile("xmlns=\"http://www\\.w3\\.org/")
                        .matcher(text)
                        .results()
                        .count());
        assertThat(Pattern.compile("url\\((?!#)").matcher(text).find()).isFalse();
        assertThat(Pattern.compile(" on[a-z]+=").matcher(text).find()).isFalse();
    }
}

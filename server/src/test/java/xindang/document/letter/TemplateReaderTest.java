package xindang.document.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.document.letter.LetterField.Kind;
import xindang.engine.money.Money;
import xindang.platform.access.Reach;
import xindang.platform.print.letter.Block;
import xindang.platform.print.letter.Letter;
import xindang.platform.print.letter.QrCode;

class TemplateReaderTest {

    private static final Currency CNY = Currency.getInstance("CNY");

    private static final class Known implements LetterSource {

        @Override
        public List<LetterField> fields() {
            return List.of(
                    new LetterField("customer.name", Kind.TEXT, "客户名称", "Name"),
                    new LetterField("customer.address", Kind.TEXT, "地址", "Address"),
                    new LetterField("receivable.overdue", Kind.AMOUNT, "逾期合计", "Overdue"));
        }

        @Override
        public List<LetterList> lists() {
            return List.of(new LetterList(
                    "receivable.items",
                    "明细",
                    "Items",
                    List.of(
                            new LetterField("invoice", Kind.TEXT, "单据号", "Invoice"),
                            new LetterField("due", Kind.DAY, "到期日", "Due"),
                            new LetterField("open", Kind.AMOUNT, "未清", "Open"))));
        }

        @Override
        public Map<UUID, LetterValues> of(Reach reach, Collection<UUID> files, LocalDate date) {
            return Map.of();
        }
    }

    private static final LetterFields FIELDS = new LetterFields(List.of(new Known()));

    private static final LetterValues VALUES = new LetterValues(
            Map.of(
                    "customer.name",
                    new LetterValue.Text("甲<b>公司"),
                    "receivable.overdue",
                    new LetterValue.Amount(Money.of(CNY, "12345.60")),
                    LetterFields.DATE,
                    new LetterValue.Day(LocalDate.of(2026, 3, 1))),
            Map.of("receivable.items", List.of(row("F1", "100.00"), row("F2", "12245.60"))));

    private static Map<String, LetterValue> row(String invoice, String open) {
        return Map.of(
                "invoice", new LetterValue.Text(invoice),
                "due", new LetterValue.Day(LocalDate.of(2026, 2, 3)),
                "open", new LetterValue.Amount(Money.of(CNY, open)));
    }

    @Test
    void a_template_is_filled_in_with_what_is_known() {
        Letter letter = whole("""
                <h1>催款通知书</h1>
                <div>{{customer.name}}：</div>
                <p>截至{{letter.date}}，贵公司逾期{{receivable.overdue}}元
                （{{receivable.overdue|capital}}），{{receivable.overdue | currency}}。</p>
                <table><tr><th width="2">单据</th><th>到期</th><th align="right">未清</th></tr>
                <tr data-each="receivable.items"><td>{{invoice}}</td><td>{{due|iso}}</td><td>{{open}}</td></tr>
                <tr><td>合计</td><td></td><td>{{receivable.overdue}}</td></tr></table>
                <p align="right">{{letter.code}}</p>""", "zh");
        assertThat(((Block.Text) letter.blocks().get(1)).text()).isEqualTo("甲<b>公司：");
        assertThat(((Block.Text) letter.blocks().get(2)).text())
                .isEqualTo("截至2026年3月1日，贵公司逾期12,345.60元（人民币壹万贰仟叁佰肆拾伍元陆角），CNY 12,345.60。");
        assertThat(((Block.Table) letter.blocks().get(3)).rows())
                .containsExactly(
                        List.of("单据", "到期", "未清"),
                        List.of("F1", "2026-02-03", "100.00"),
                        List.of("F2", "2026-02-03", "12,245.60"),
                        List.of("合计", "", "12,345.60"));
        assertThat(letter.blocks().getLast()).isInstanceOf(Block.Code.class);
        Letter english = whole("<p>As of {{letter.date}}</p>", "en");
        assertThat(((Block.Text) english.blocks().getFirst()).text()).isEqualTo("As of 1 March 2026");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>a</p><script>x</script>|element|script|1",
                "<p>a</p>~<img src=x>|element|img|2",
                "<p onclick=x>a</p>|attribute|onclick|1",
                "<p>a <b>b</b></p>|element|b|1",
                "free text|outside|text|1",
                "<p>{{customer.nam}}</p>|unknown-field|customer.nam|1"
            })
    void what_a_template_may_not_hold_is_named(String text, String code, String word, int line) {
        assertThat(faults(text.replace('~', '\n'))).contains(new TemplateFault(code, word, line));
    }

    @Test
    void more_that_it_may_not_hold() {
        assertThat(faults("<p>{{letter.date|capital}}</p>")).contains(new TemplateFault("unknown-form", "capital", 1));
        assertThat(faults("<p>{{customer.name</p>"))
                .extracting(TemplateFault::code)
                .contains("braces");
        assertThat(faults("<p>x {{letter.code}}</p>"))
                .extracting(TemplateFault::code)
                .contains("code-alone");
        assertThat(faults("<table><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></table>"))
                .extracting(TemplateFault::code)
                .contains("table-cells");
        assertThat(faults("<table><tr data-each=\"x.y\"><td>a</td></tr></table>"))
                .contains(new TemplateFault("unknown-list", "x.y", 1));
        assertThat(faults("<table>oops<tr><td>a</td></tr></table>")).isNotEmpty();
        assertThat(faults("<table><p>moved</p><tr><td>a</td></tr></table>")).isNotEmpty();
        assertThat(faults("<html><head><style>p{}</style></head><body><p>a</p></body></html>"))
                .isNotEmpty();
        assertThat(faults("  \n ")).containsExactly(new TemplateFault("empty", "", 1));
        assertThat(faults("<p>1 < 2</p>")).containsExactly(new TemplateFault("markup", "", 1));
        assertThat(faults("<p>1 &lt; 2</p>")).isEmpty();
    }

    @Test
    void a_letter_with_a_hole_is_not_made_unless_the_hole_is_meant() {
        assertThat(fill("<p>{{customer.address}}</p>", "zh"))
                .isEqualTo(new LetterFiller.Filled.Lacking(
                        List.of(new LetterFiller.Missing("customer.address", "unknown"))));
        assertThat(whole("<p>[{{customer.address|optional}}]</p>", "zh").blocks())
                .first()
                .isEqualTo(new Block.Text("[]", 11, Block.Align.LEFT, 22, 6));
        var dollars = new LetterValues(
                Map.of("receivable.overdue", new LetterValue.Amount(Money.of(Currency.getInstance("USD"), "1.00"))),
                Map.of());
        assertThat(LetterFiller.fill(read("<p>{{receivable.overdue|capital}}</p>"), dollars, "zh", "t", null, ""))
                .isEqualTo(new LetterFiller.Filled.Lacking(
                        List.of(new LetterFiller.Missing("receivable.overdue", "capital"))));
    }

    private static List<TemplateFault> faults(String text) {
        return switch (TemplateReader.read(text, FIELDS)) {
            case TemplateReader.Read.Sound _ -> List.of();
            case TemplateReader.Read.Faulty(List<TemplateFault> faults) -> faults;
        };
    }

    private static Template read(String text) {
        return switch (TemplateReader.read(text, FIELDS)) {
            case TemplateReader.Read.Sound(Template template) -> template;
            case TemplateReader.Read.Faulty(List<TemplateFault> faults) -> throw new AssertionError(faults);
        };
    }

    private static LetterFiller.Filled fill(String text, String language) {
        return LetterFiller.fill(read(text), VALUES, language, "函", QrCode.of("x"), "");
    }

    private static Letter whole(String text, String language) {
        return switch (fill(text, language)) {
            case LetterFiller.Filled.Whole(Letter letter) -> letter;
            case LetterFiller.Filled.Lacking(List<LetterFiller.Missing> fields) -> throw new AssertionError(fields);
        };
    }
}

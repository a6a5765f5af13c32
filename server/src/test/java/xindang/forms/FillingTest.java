package xindang.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xindang.format.FormFile;
import xindang.gates.Requirement;

/** What a form makes of what somebody gives, and what keeps a form from being published. */
class FillingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    /** An order sheet: price times quantity, a deposit of 30 percent from 1,000.00 on, and a note that only credit managers see. */
    static final String ORDER = """
            {"format":1,"label":{"zh":"订货单","en":"Order sheet"},"title":"customerName","list":["customerName","total"],"fields":[
            {"code":"customerName","kind":"text","label":{"zh":"客户","en":"Customer"},"required":true,"longest":20},
            {"code":"deposit","kind":"formula","label":{"zh":"定金","en":"Deposit"},"formula":"percent(total, 30.0)","gives":"money",
             "visibleWhen":"total >= 100000"},
            {"code":"total","kind":"formula","label":{"zh":"合计","en":"Total"},"formula":"sum(items, 'amount')","gives":"money"},
            {"code":"items","kind":"table","label":{"zh":"明细","en":"Items"},"rows":3,"columns":[
              {"code":"price","kind":"money","label":{"zh":"单价","en":"Price"},"required":true,"min":"0"},
              {"code":"quantity","kind":"number","label":{"zh":"数量","en":"Quantity"},"required":true,"min":"1","max":"999"},
              {"code":"amount","kind":"formula","label":{"zh":"金额","en":"Amount"},"formula":"price * quantity","gives":"money"}]},
            {"code":"delivery","kind":"date","label":{"zh":"交货日期","en":"Delivery"},"min":"2026-01-01"},
            {"code":"lead","kind":"formula","label":{"zh":"备货天数","en":"Lead time"},"formula":"days(today, delivery)","gives":"whole"},
            {"code":"urgent","kind":"choice","label":{"zh":"加急","en":"Urgent"},
             "choices":[{"code":"yes","label":{"zh":"是","en":"Yes"}},{"code":"no","label":{"zh":"否","en":"No"}}]},
            {"code":"why","kind":"longText","label":{"zh":"加急原因","en":"Why"},"required":true,"visibleWhen":"urgent == 'yes'"},
            {"code":"note","kind":"text","label":{"zh":"内部意见","en":"Internal note"},"seenBy":["credit-manager"]}]}""";

    private static FormPlan plan(String definition) {
        return ((FormCompiler.Planned.Sound) compiled(definition)).plan();
    }

    private static FormCompiler.Planned compiled(String definition) {
        return FormCompiler.compile(FormFile.read("form", definition.getBytes(StandardCharsets.UTF_8))
                .form());
    }

    private static Map<String, Object> values(@Nullable String json) {
        return json == null ? Map.of() : JsonMapper.shared().readValue(json, new TypeReference<>() {});
    }

    private static Filling.Filled fill(@Nullable String stored, String given, String... roles) {
        return Filling.fill(plan(ORDER), values(stored), values(given), Set.of(roles), TODAY);
    }

    @Test
    @Requirement("LCD-01")
    void rows_totals_and_what_follows_from_them_are_computed_exactly() {
        Filling.Filled filled = fill(null, """
                {"customerName":"甲","delivery":"2026-03-12","items":[
                {"price":"0.10","quantity":"3"},{"price":"333.25","quantity":"3","amount":"1.00"}]}""", "sales");
        assertThat(filled.problems()).isEmpty();
        assertThat(filled.values().get("total")).isEqualTo("1000.05");
        assertThat(filled.values().get("deposit")).isEqualTo("300.02");
        assertThat(filled.values().get("lead")).isEqualTo("10");
        assertThat(String.valueOf(filled.values().get("items")))
                .as("nobody gives what is computed")
                .isEqualTo("[{amount=0.30, price=0.10, quantity=3}, {amount=999.75, price=333.25, quantity=3}]");
    }

    @ParameterizedTest(name = "{0}")
    @Requirement("LCD-01")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', quoteCharacter = '`', textBlock = """
            situation                   | given                                                        | field            | code
            nothing given               | {}                                                           | customerName     | required
            blank is nothing            | {"customerName":"  "}                                        | customerName     | required
            too long                    | {"customerName":"一二三四五六七八九十一二三四五六七八九十一"}| customerName     | too-long
            a number instead of a text  | {"customerName":5}                                           | customerName     | wrong-form
            demanded once visible       | {"customerName":"甲","urgent":"yes"}                         | why              | required
            no such choice              | {"customerName":"甲","urgent":"maybe"}                       | urgent           | unknown-choice
            too many decimals           | {"customerName":"甲","items":[{"price":"0.105","quantity":"1"}]} | items.0.price | wrong-form
            a cell missing              | {"customerName":"甲","items":[{"price":"1"}]}                | items.0.quantity | required
            below the least             | {"customerName":"甲","items":[{"price":"1","quantity":"0"}]} | items.0.quantity | too-small
            above the greatest          | {"customerName":"甲","items":[{"price":"1","quantity":"1000"}]} | items.0.quantity | too-large
            too many rows               | {"customerName":"甲","items":[{"price":"1"},{"price":"1"},{"price":"1"},{"price":"1"}]} | items | too-many-rows
            no such day                 | {"customerName":"甲","delivery":"2026-02-30"}                | delivery         | no-such-day
            before the first day        | {"customerName":"甲","delivery":"2025-12-31"}                | delivery         | too-small
            no such field               | {"customerName":"甲","price":"1"}                            | price            | unknown
            given what is computed      | {"customerName":"甲","total":"1.00"}                         | total            | computed
            not his to give             | {"customerName":"甲","note":"x"}                             | note             | not-yours
            a list instead of a text    | {"customerName":["甲"]}                                      | customerName     | wrong-form""")
    void what_does_not_fit_is_told_by_field(String situation, String given, String field, String code) {
        assertThat(fill(null, given, "sales").problems())
                .extracting(Filling.Problem::field, Filling.Problem::code)
                .contains(org.assertj.core.groups.Tuple.tuple(field, code));
    }

    @Test
    @Requirement("LCD-01")
    void what_is_not_visible_is_neither_demanded_nor_kept() {
        Filling.Filled filled = fill(null, "{\"customerName\":\"甲\",\"urgent\":\"no\",\"why\":\"早写的\"}", "sales");
        assertThat(filled.problems()).isEmpty();
        assertThat(filled.values()).doesNotContainKey("why");
        assertThat(filled.visible()).doesNotContain("why", "deposit").contains("note");
    }

    @Test
    @Requirement("LCD-01")
    void who_does_not_see_a_field_leaves_it_as_it_was() {
        String stored = "{\"customerName\":\"甲\",\"note\":\"谨慎\"}";
        assertThat(fill(stored, "{\"customerName\":\"乙\"}", "sales").values())
                .containsEntry("note", "谨慎")
                .containsEntry("customerName", "乙");
        assertThat(fill(stored, "{\"customerName\":\"乙\"}", "credit-manager").values())
                .doesNotContainKey("note");
    }

    @ParameterizedTest(name = "{0}")
    @Requirement({"LCD-01", "LCD-07"})
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', quoteCharacter = '`', textBlock = """
            check           | wrong                          | right                                                     | field
            expression      | percent(total, 30.0)           | percent(totl, 30.0)                                       | deposit
            expression      | "gives":"whole"                | "gives":"decimal"                                         | lead
            circle          | sum(items, 'amount')           | deposit + 1                                               | deposit
            expression      | "formula":"price * quantity"   | "formula":"amount * quantity"                             | items.amount
            double-code     | "code":"delivery"              | "code":"urgent"                                           | urgent
            reserved-code   | "code":"delivery"              | "code":"today"                                            | today
            required-unseen | "visibleWhen":"urgent == 'yes'"| "visibleWhen":"1 > 2"                                     | why
            required-unseen | "longest":20                   | "editedBy":["sales"],"seenBy":["finance"]                 | customerName
            shows-hidden    | "gives":"whole"                | "gives":"whole","visibleWhen":"note != ''"                | lead
            bounds          | "max":"999"                    | "max":"0"                                                 | items.quantity
            bounds          | "min":"2026-01-01"             | "min":"7"                                                 | delivery
            double-choice   | "code":"no"                    | "code":"yes"                                              | urgent
            initial         | "longest":20                   | "longest":2,"initial":"三个字"                            | customerName
            title           | "title":"customerName"         | "title":"note"                                            | note
            list            | ["customerName","total"]       | ["items"]                                                 | items""")
    void a_form_that_contradicts_itself_is_not_published(String check, String wrong, String right, String field) {
        assertThat(ORDER).contains(wrong);
        assertThat(compiled(ORDER.replace(wrong, right)))
                .isInstanceOfSatisfying(
                        FormCompiler.Planned.Unsound.class,
                        unsound -> assertThat(unsound.findings())
                                .extracting(FormFinding::check, FormFinding::field)
                                .contains(org.assertj.core.groups.Tuple.tuple(check, field)));
    }

    @ParameterizedTest(name = "{0}")
    @Requirement("LCD-07")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', quoteCharacter = '`', textBlock = """
            situation            | wrong              | right               | pointer
            no such kind         | "kind":"date"      | "kind":"script"     | /fields/4/kind
            a code with a blank  | "code":"delivery"  | "code":"de livery"  | /fields/4/code
            something unknown    | "min":"2026-01-01" | "onload":"x"        | /fields/4
            a choice without any | "kind":"date"      | "kind":"choice"     | /fields/4""")
    void a_file_that_is_no_form_is_refused_with_its_place(
            String situation, String wrong, String right, String pointer) {
        try {
            compiled(ORDER.replace(wrong, right));
            throw new AssertionError("was read");
        } catch (xindang.format.FormatException unfit) {
            assertThat(unfit.problems())
                    .extracting(one -> one.args().get("pointer"))
                    .contains(pointer);
        }
    }

    @Test
    void a_definition_reads_back_as_it_was_written() {
        FormFile.Read read = FormFile.read("form", ORDER.getBytes(StandardCharsets.UTF_8));
        assertThat(FormFile.read("form", read.canonical().getBytes(StandardCharsets.UTF_8))
                        .form())
                .isEqualTo(read.form());
        assertThat(read.form().fields().stream()
                        .map(field -> field.kind().code())
                        .collect(Collectors.toSet()))
                .containsAll(List.of("text", "longText", "table"));
        assertThat(Arrays.stream(xindang.format.form.FieldKind.values())
                        .map(kind -> xindang.format.form.FieldKind.named(kind.code())))
                .containsExactly(xindang.format.form.FieldKind.values());
    }
}

package xindang.format.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import xindang.format.regime.RegimeDocument.DocumentChapter;
import xindang.format.regime.RegimeDocument.DocumentClause;
import xindang.gates.Requirement;

class RegimeDocumentsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    static Stream<Preset> samples() {
        return Preset.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    @Requirement({"POL-01", "LCD-05"})
    void every_sample_prints_in_both_languages_what_it_speaks_of_and_no_code(Preset preset) {
        for (Language language : Language.values()) {
            RegimeDocument document = RegimeDocuments.whole(source(preset, Map.of()), language, true);
            List<String> said = clauses(document)
                    .flatMap(clause -> Stream.ofNullable(clause.parameter()))
                    .toList();
            preset.values().stream()
                    .map(Preset.Value::parameter)
                    .filter(id -> !List.of(
                                    "pol.blanks", "pol.extract", "rat.scales", "pol.legalBasis", "pol.definitions")
                            .contains(id))
                    .forEach(id -> assertThat(said).contains(id));
            String text = text(document);
            assertThat(text).doesNotContainPattern("[a-z]+[A-Z][a-zA-Z]+").doesNotContain("P1M", "null");
            if (language == Language.EN) {
                assertThat(document.chapters())
                        .allMatch(chapter -> !chapter.title().matches(".*\\p{IsHan}.*"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "R0, 第一章, 第一条, Chapter 1, Article 1",
        "S20, 一、, （一）, 1, 1.1",
        "S01, 1, 1.1, 1, 1.1",
    })
    void chapters_and_clauses_are_numbered_as_the_sample_does(
            String sample, String chapter, String clause, String chapterEn, String clauseEn) {
        Preset preset = Preset.find(sample).orElseThrow();
        DocumentChapter zh = RegimeDocuments.whole(source(preset, Map.of()), Language.ZH, false)
                .chapters()
                .getFirst();
        DocumentChapter en = RegimeDocuments.whole(source(preset, Map.of()), Language.EN, false)
                .chapters()
                .getFirst();
        assertThat(zh.number()).isEqualTo(chapter);
        assertThat(zh.clauses().getFirst().number()).isEqualTo(clause);
        assertThat(en.number()).isEqualTo(chapterEn);
        assertThat(en.clauses().getFirst().number()).isEqualTo(clauseEn);
    }

    @ParameterizedTest
    @CsvSource({"1, 一", "10, 十", "11, 十一", "20, 二十", "101, 一百零一", "110, 一百一十", "178, 一百七十八"})
    void numbers_are_written_in_chinese(int number, String text) {
        assertThat(Numbering.chinese(number)).isEqualTo(text);
    }

    @Test
    @Requirement("POL-06")
    void what_a_company_sets_itself_is_printed_where_the_sample_speaks_of_it_or_in_a_chapter_of_its_own() {
        RegimeDocument document = RegimeDocuments.whole(
                source(Preset.find("S20").orElseThrow(), Map.of("hnd.contract.within", "P15D", "cmp.answerWithin", 3)),
                Language.ZH,
                false);
        assertThat(text(document)).contains("15天");
        DocumentChapter last = document.chapters().getLast();
        assertThat(last.title()).isEqualTo("补充规定");
        assertThat(last.clauses()).extracting(DocumentClause::parameter).containsExactly("cmp.answerWithin");
        assertThat(last.clauses().getFirst().text()).contains("3个工作日");
    }

    @Test
    @Requirement("POL-08")
    void only_a_verified_rule_is_a_ground_and_the_annex_tells_the_state_of_all() {
        Map<String, @Nullable Object> own = Map.of(
                "pol.legalBasis",
                List.of(
                        Map.of("title", "某部门规章", "status", "verified"),
                        Map.of("title", "某未核实条例", "status", "unverified")));
        RegimeDocument document =
                RegimeDocuments.whole(source(Preset.find("S18").orElseThrow(), own), Language.ZH, false);
        String body = clauses(document).map(DocumentClause::text).collect(Collectors.joining());
        assertThat(body).contains("某部门规章").doesNotContain("某未核实条例");
        assertThat(String.valueOf(document.annexes().getFirst().table())).contains("某未核实条例");
    }

    @Test
    void a_gap_of_a_sample_stays_a_gap_until_it_is_filled() {
        Preset preset = Preset.find("S15").orElseThrow();
        assertThat(text(RegimeDocuments.whole(source(preset, Map.of()), Language.ZH, false)))
                .contains("________（填写前按“1月10日”执行）");
        assertThat(text(RegimeDocuments.whole(
                        source(preset, Map.of("rpt.contractStats.annualDue", "01-20")), Language.ZH, false)))
                .contains("1月20日");
    }

    @Test
    @Requirement("POL-07")
    void the_terms_that_are_defined_are_those_of_the_glossary() {
        String text = text(RegimeDocuments.whole(source(Preset.recommended(), Map.of()), Language.ZH, false));
        Definitions.builtIn().keySet().stream()
                .filter(term -> !term.startsWith("信用额") && !term.startsWith("信用期"))
                .forEach(term -> assertThat(text).contains(term + "，是指"));
    }

    @Test
    @Requirement("POL-11")
    void customers_are_told_the_released_topics_without_scores() {
        RegimeDocument extract = RegimeDocuments.extract(source(Preset.recommended(), Map.of()), Language.ZH);
        assertThat(extract.chapters())
                .extracting(DocumentChapter::title)
                .contains("信用等级及含义")
                .doesNotContain("滞纳金与利息");
        String text = text(extract);
        assertThat(text).contains("AAA").doesNotContain("最低分");
        RegimeDocument less = RegimeDocuments.extract(
                source(Preset.recommended(), Map.of("pol.extract", List.of("lateFee"))), Language.EN);
        assertThat(less.chapters()).extracting(DocumentChapter::title).containsExactly("Late fee and interest");
    }

    private static RegimeDocuments.Source source(Preset preset, Map<String, ? extends @Nullable Object> own) {
        var values = new java.util.LinkedHashMap<String, @Nullable Object>(own);
        return new RegimeDocuments.Source(Composition.of(preset, values), "恒远建材有限公司", DAY, DAY, List.of());
    }

    private static Stream<DocumentClause> clauses(RegimeDocument document) {
        return document.chapters().stream().flatMap(chapter -> chapter.clauses().stream());
    }

    private static String text(RegimeDocument document) {
        return clauses(document)
                .map(clause -> clause.text() + said(clause.table()))
                .collect(Collectors.joining("\n"));
    }

    private static String said(RegimeDocument.@Nullable DocumentTable table) {
        return table == null ? "" : table.head() + " " + table.rows();
    }
}

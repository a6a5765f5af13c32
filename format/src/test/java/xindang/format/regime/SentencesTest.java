package xindang.format.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xindang.engine.evaluation.Label;
import xindang.format.Body;
import xindang.format.PolicyKinds;

class SentencesTest {

    private static final Sentences SENTENCES = Sentences.builtIn();
    private static final Composition RECOMMENDED = Composition.of(Preset.recommended());
    private static final Set<String> TABLES = Set.of("rows", "map", "record");
    private static final Pattern PLACEHOLDER = Pattern.compile("[{][^{}]*[}]");
    private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}，。：；、（）“”]");
    /** Names that are written in Latin letters in Chinese too. */
    private static final Pattern NAMES = Pattern.compile("CNY|USD");

    private static final int LONGEST = 60;

    /** Members that a sentence may leave out: the rate shown to whoever has not decided yet. */
    private static final Set<String> UNSAID = Set.of("exampleRate");

    static List<Parameter> parameters() {
        return Catalogue.builtIn().parameters();
    }

    static Stream<Parameter> tables() {
        return parameters().stream().filter(one -> TABLES.contains(one.form()));
    }

    @Test
    void nothing_is_worded_that_is_no_parameter() {
        Body file = Resources.read("sentences.json");
        assertThat(file.object("sentences").names())
                .containsExactlyElementsOf(
                        parameters().stream().map(Parameter::id).toList());
        assertThat(SENTENCES.of("hnd.contract.nothing")).isEmpty();
        assertThat(SENTENCES.head("nothing")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void every_parameter_has_the_sentences_that_its_form_and_its_values_ask_for(Parameter one) {
        Sentence sentence = sentence(one);
        boolean truth = one.form().equals("truth");
        assertThat(sentence.usual() == null).as("%s usual", one.id()).isEqualTo(truth);
        assertThat(sentence.whenTrue() != null).as("%s whenTrue", one.id()).isEqualTo(truth);
        assertThat(sentence.whenFalse() != null).as("%s whenFalse", one.id()).isEqualTo(truth);
        assertThat(sentence.whenNull() != null).as("%s whenNull", one.id()).isEqualTo(fits(one, null));
        assertThat(sentence.whenEmpty() != null).as("%s whenEmpty", one.id()).isEqualTo(mayBeEmpty(one));
        boolean day = one.form().equals("duration") && fits(one, "12-31");
        assertThat(sentence.whenDay() != null).as("%s whenDay", one.id()).isEqualTo(day);
        assertThat(sentence.cases())
                .allSatisfy((code, _) -> assertThat(fits(one, code) || fits(one, List.of(code)))
                        .as(code)
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void a_sentence_has_room_for_the_value_and_for_nothing_else(Parameter one) {
        Sentence sentence = sentence(one);
        boolean table = one.form().equals("rows") || one.form().equals("map");
        assertThat(sentence.isIntroduction())
                .as(one.id())
                .isIn(table, table || one.form().equals("record"));
        if (sentence.isIntroduction()) {
            assertThat(placeholders(usual(one))).as(one.id()).isEmpty();
        } else if (one.form().equals("record")) {
            everyMemberIsSaid(one, sentence);
        } else if (!one.form().equals("truth")) {
            assertThat(placeholders(usual(one))).as(one.id()).containsExactly("{value}");
        }
        if (sentence.whenDay() != null) {
            assertThat(placeholders(sentence.whenDay())).containsExactly("{value}");
        }
        Stream.of(
                        sentence.whenTrue(),
                        sentence.whenFalse(),
                        sentence.whenNull(),
                        sentence.whenEmpty(),
                        sentence.whenOff())
                .filter(Objects::nonNull)
                .forEach(label -> assertThat(placeholders(label)).isEmpty());
        assertThat(sentence.cases().values())
                .allSatisfy(label -> assertThat(placeholders(label)).isEmpty());
    }

    private static void everyMemberIsSaid(Parameter one, Sentence sentence) {
        Set<String> members = Trees.object(one.schema().get("properties")).keySet();
        var said = new HashSet<String>(sentence.without().keySet());
        placeholders(usual(one)).forEach(placeholder -> said.add(member(placeholder)));
        if (sentence.whenOff() != null) {
            said.add("on");
        }
        said.addAll(UNSAID.stream().filter(members::contains).toList());
        assertThat(said).as(one.id()).containsExactlyInAnyOrderElementsOf(members);
        sentence.without()
                .forEach((missing, label) -> assertThat(placeholders(label))
                        .isSubsetOf(placeholders(usual(one)))
                        .doesNotContain("{value." + missing + "}"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void every_column_of_a_table_has_a_head(Parameter one) {
        assertThat(members(one.schema())).allSatisfy(member -> {
            Label head = SENTENCES.head(member).orElseThrow(() -> new AssertionError(member + " has no head"));
            assertThat(parameters().stream()
                            .filter(other -> TABLES.contains(other.form())
                                    && members(other.schema()).contains(member))
                            .map(other -> other.labels().get(member)))
                    .contains(head);
        });
        Sentence sentence = sentence(one);
        boolean map = one.form().equals("map");
        assertThat(sentence.key() != null).as(one.id()).isEqualTo(map);
        assertThat(sentence.entry() != null).as(one.id()).isEqualTo(map);
    }

    @Test
    void every_head_is_of_some_table() {
        var known = new HashSet<String>();
        tables().forEach(one -> known.addAll(members(one.schema())));
        assertThat(Resources.read("sentences.json").object("heads").names()).containsExactlyInAnyOrderElementsOf(known);
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void chinese_is_chinese_and_english_is_english(Parameter one) {
        Sentence sentence = sentence(one);
        assertThat(texts(sentence)).isNotEmpty().allSatisfy(label -> {
            String end = sentence.isIntroduction() && label.equals(sentence.usual()) ? "：" : "。";
            String chinese = bare(label.zh());
            assertThat(chinese).endsWith(end).hasSizeLessThanOrEqualTo(LONGEST);
            assertThat(chinese.indexOf('。')).as("one sentence").isEqualTo(end.equals("。") ? chinese.length() - 1 : -1);
            assertThat(NAMES.matcher(chinese).replaceAll("")).doesNotContainPattern("[A-Za-z,.;:(){}]");
            assertThat(bare(label.en()))
                    .endsWith(end.equals("：") ? ":" : ".")
                    .startsWith(label.en().substring(0, 1).toUpperCase(Locale.ROOT))
                    .doesNotContainPattern(CHINESE)
                    .doesNotContain("{", "}");
            assertThat(label.en()).doesNotContain("  ");
            assertThat(placeholders(label.en())).containsExactlyInAnyOrderElementsOf(placeholders(label.zh()));
        });
        Stream.of(sentence.key(), sentence.entry()).filter(Objects::nonNull).forEach(head -> {
            assertThat(head.zh()).doesNotContainPattern("[A-Za-z]").isNotBlank();
            assertThat(head.en()).doesNotContainPattern(CHINESE).isNotBlank();
        });
    }

    @Test
    void every_value_of_every_sample_regime_is_worded() {
        Preset.all()
                .forEach(preset -> Composition.of(preset)
                        .kinds()
                        .forEach((kind, part) -> part.body()
                                .forEach((key, value) -> assertThat(sentence(PolicyKinds.parameter(kind, key))
                                                .wording(value))
                                        .as(preset.id() + " " + kind + " " + key)
                                        .isNotNull())));
    }

    @Test
    void the_sentence_follows_the_value() {
        assertThat(zh("org.segregation", false)).contains("不要求");
        assertThat(zh("file.acceptor", null)).contains("不设");
        assertThat(zh("file.acceptor", "creditDept")).contains("{value}");
        assertThat(zh("org.leadingBody", "none")).contains("不设");
        assertThat(zh("eval.standardsCheck", List.of("none"))).contains("不设");
        assertThat(zh("eval.standardsCheck", List.of("legal"))).contains("{value}");
        assertThat(zh("dft.types", List.of())).doesNotContain("{");
        assertThat(zh("lim.atMost", Map.of())).endsWith("。");
        assertThat(zh("lim.atMost", Map.of("CNY", "5000.00"))).endsWith("：");
        assertThat(zh("hnd.contract.archiveBy", "P1M")).contains("{value}内");
        assertThat(zh("hnd.contract.archiveBy", "12-31")).contains("首个{value}");
        assertThat(zh("ord.overdueBlock", 0)).contains("{value}");
        assertThat(zh("pol.effective", "onPublication")).doesNotContain("{");
    }

    @Test
    void the_sentence_of_a_record_follows_its_members() {
        assertThat(zh("fee.late", Map.of("on", false))).contains("不收取");
        var fee = new LinkedHashMap<String, @Nullable Object>(
                Map.of("on", true, "ratePerDay", "0.05", "base", "overduePrincipal", "graceDays", 0));
        fee.put("cap", null);
        assertThat(zh("fee.late", fee)).contains("{value.ratePerDay}").doesNotContain("{value.cap}");
        fee.put("cap", "20");
        assertThat(zh("fee.late", fee)).contains("{value.cap}");
        assertThat(zh("rat.override", Map.of("maxSteps", 0, "approver", "legal")))
                .contains("不得");
        assertThat(zh("rat.override", Map.of("maxSteps", 1, "approver", "legal")))
                .contains("{value.maxSteps}");
        assertThat(zh("ret.backup", Map.of("every", "P1D", "restoreTest", "P3M", "afterChange", false)))
                .doesNotContain("变更后");
        assertThat(zh("blk.list", Map.of("on", true, "effects", List.of(), "scope", "group")))
                .doesNotContain("{value.effects}");
    }

    @Test
    void what_no_schema_allows_is_not_worded() {
        Sentence within = sentence("hnd.contract.within");
        assertThatThrownBy(() -> within.wording(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("null");
    }

    private static String zh(String parameter, @Nullable Object value) {
        return sentence(parameter).wording(value).zh();
    }

    private static Sentence sentence(Parameter parameter) {
        return sentence(parameter.id());
    }

    private static Sentence sentence(String parameter) {
        return SENTENCES.of(parameter).orElseThrow(() -> new AssertionError(parameter + " has no sentence"));
    }

    private static Label usual(Parameter one) {
        return Objects.requireNonNull(sentence(one).usual(), one.id());
    }

    private static Stream<Label> texts(Sentence one) {
        return Stream.concat(
                Stream.of(
                                one.usual(),
                                one.whenTrue(),
                                one.whenFalse(),
                                one.whenNull(),
                                one.whenEmpty(),
                                one.whenOff(),
                                one.whenDay())
                        .filter(Objects::nonNull),
                Stream.concat(one.cases().values().stream(), one.without().values().stream()));
    }

    private static List<String> placeholders(Label label) {
        return placeholders(label.zh());
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group()).toList();
    }

    private static String member(String placeholder) {
        assertThat(placeholder).startsWith("{value.");
        return placeholder.substring("{value.".length(), placeholder.length() - 1);
    }

    private static String bare(String text) {
        return PLACEHOLDER.matcher(text).replaceAll("");
    }

    private static boolean mayBeEmpty(Parameter one) {
        return (one.form().equals("map") && fits(one, Map.of())) || fits(one, List.of());
    }

    private static boolean fits(Parameter one, @Nullable Object value) {
        var body = new LinkedHashMap<String, @Nullable Object>(
                Objects.requireNonNull(RECOMMENDED.kinds().get(one.kind())).body());
        assertThat(body.put(one.key(), value)).isEqualTo(one.standard());
        return PolicyKinds.problems(one.kind(), body).isEmpty();
    }

    /** Names of the members that a schema lists at any depth. */
    private static List<String> members(@Nullable Object schema) {
        var all = new ArrayList<String>();
        if (schema instanceof Map<?, ?> parts) {
            if (parts.get("properties") instanceof Map<?, ?> properties) {
                properties.forEach((name, part) -> {
                    all.add((String) name);
                    all.addAll(members(part));
                });
            }
            Stream.of("items", "additionalProperties", "anyOf").forEach(part -> all.addAll(members(parts.get(part))));
        } else if (schema instanceof List<?> parts) {
            parts.forEach(part -> all.addAll(members(part)));
        }
        return all;
    }
}

package xindang.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.format.FormatException;
import xindang.format.JsonTree;
import xindang.format.PolicyReader;

/** What a policy file does wrong is told in the reader's language, down to the keyword of the schema. */
class SchemaTextsTest {

    private static final String LIM = """
        {"formula":{"kind":"lowestOf","formulas":[{"kind":"termNeed","leadDays":15},{"kind":"salesShare","share":"0.1"}]},
         "roundTo":{"CNY":"1000.00"},"term":"gradePeriod","validity":"P12M","reminderLevels":[80],"aboveLimit":"warn",
         "recordFields":["amount"]}""";

    /** Keywords that shape a schema or explain it and are never themselves what a value breaks. */
    private static final List<String> SILENT = List.of(
            "$schema",
            "$id",
            "$ref",
            "$defs",
            "title",
            "description",
            "examples",
            "properties",
            "items",
            "allOf",
            "if",
            "then",
            "else");

    private static String file(String body) {
        return """
            {"format":1,"policies":[{"kind":"lim","id":"own","version":"3","node":"company","validFrom":"2025-01-01","body":%s}]}""".formatted(body);
    }

    private static String told(String file, String language) {
        FormatException refused = catchThrowableOfType(
                FormatException.class, () -> PolicyReader.parse("own.json", file.getBytes(StandardCharsets.UTF_8)));
        assertThat(refused).as(file).isNotNull();
        return Problems.text(refused, Texts.of(language)).lines().findFirst().orElseThrow();
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', useHeadersInDisplayName = true, textBlock = """
        replace             | by                 | Chinese                                             | English
        "0.1"               | 1                  | 1 的类型不对；请写成带引号的文字。                     | 1 is the wrong kind of value; write a text in quotes (a decimal written as text, for example "12.5").
        "warn"              | "wran"             | 此处不认识 "wran"；请从中选用：stopUnlessReleased, warn。 | "wran" is not known here; use one of: stopUnlessReleased, warn.
        "format":1          | "format":2         | 此处不能是 2；请写成 1。                               | 2 cannot stand here; write 1.
        "term":             | "trem":            | 缺少成员“term”；请补上。                              | the member "term" is missing; add it.
        {"CNY"              | {"cny"             | 名称“cny”的写法不合要求；请写成 "CNY" 这样。             | the name "cny" is not written as needed here; write it like "CNY".
        "P12M"              | "one year"         | "one year" 的写法不合要求；请写成 "P12M" 这样。          | "one year" is not written as needed here; write it like "P12M" (ISO 8601 duration in years and months, for example P12M).
        "leadDays":15       | "leadDays":-1      | -1 太小；最小为 0。                                   | -1 is too small; write at least 0 (days between delivery and invoice).
        "leadDays":15       | "leadDays":400     | 400 太大；最大为 365。                                | 400 is too large; write at most 365 (days between delivery and invoice).
        "version":"3"       | "version":""       | 文字 "" 太短；至少写 1 个字符。                         | the text "" is too short; write at least 1 characters.
        [80]                | []                 | 列表的项目太少；至少要有 1 项。                          | the list has too few entries; at least 1 must be there.
        ["amount"]          | ["amount","amount"] | 列表中有重复的项目；请只保留一个。                      | the list holds an entry twice; keep one.
        "aboveLimit":       | "own":1,"aboveLimit": | 此处没有名为“own”的成员；请更正名称或删去。            | no member is called "own" here; correct the name, or remove it.""")
    void a_broken_keyword_says_what_why_and_what_to_do(String replace, String by, String chinese, String english) {
        String broken = file(LIM).replaceFirst(java.util.regex.Pattern.quote(replace), by);
        assertThat(broken).isNotEqualTo(file(LIM));
        assertThat(told(broken, "zh")).startsWith("own.json /").endsWith("：" + chinese);
        assertThat(told(broken, "en")).startsWith("own.json /").endsWith(": " + english);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void every_keyword_of_the_schemas_has_a_text(String language) throws Exception {
        Texts texts = Texts.of(language);
        var keywords = new TreeSet<String>();
        for (Object schema : schemas()) {
            keywords(schema, keywords);
        }
        keywords.removeAll(SILENT);
        assertThat(keywords)
                .contains("pattern", "uniqueItems", "maxProperties")
                .allSatisfy(keyword -> assertThat(texts.has("format.SCHEMA." + keyword))
                        .as(keyword)
                        .isTrue());
    }

    @Test
    void every_pattern_of_the_schemas_has_an_example_that_fits_it() throws Exception {
        var patterns = new ArrayList<Map<?, ?>>();
        for (Object schema : schemas()) {
            patterns(schema, patterns);
        }
        assertThat(patterns).hasSizeGreaterThan(20).allSatisfy(schema -> {
            assertThat(schema.get("examples")).as("%s", schema).isInstanceOf(List.class);
            assertThat((List<?>) schema.get("examples"))
                    .allSatisfy(example -> assertThat((String) example).matches((String) schema.get("pattern")));
        });
    }

    private static List<@Nullable Object> schemas() throws Exception {
        var schemas = new ArrayList<@Nullable Object>();
        for (String name : List.of("policies", "rat", "eval", "lim", "ews", "col", "scorecard")) {
            try (InputStream in = PolicyReader.class.getResourceAsStream("schema/" + name + ".json")) {
                schemas.add(JsonTree.parse(name, Objects.requireNonNull(in).readAllBytes()));
            }
        }
        return schemas;
    }

    /** Collects the keywords; names below {@code properties} and {@code $defs} are no keywords. */
    private static void keywords(@Nullable Object schema, Set<String> keywords) {
        if (schema instanceof Map<?, ?> members) {
            members.forEach((name, value) -> {
                keywords.add((String) name);
                boolean named = name.equals("properties") || name.equals("$defs");
                if (named && value instanceof Map<?, ?> schemas) {
                    schemas.values().forEach(each -> keywords(each, keywords));
                } else {
                    keywords(value, keywords);
                }
            });
        } else if (schema instanceof List<?> several) {
            several.forEach(each -> keywords(each, keywords));
        }
    }

    private static void patterns(@Nullable Object schema, List<Map<?, ?>> patterns) {
        if (schema instanceof Map<?, ?> members) {
            if (members.get("pattern") instanceof String) {
                patterns.add(members);
            }
            members.values().forEach(each -> patterns(each, patterns));
        } else if (schema instanceof List<?> several) {
            several.forEach(each -> patterns(each, patterns));
        }
    }
}

package xindang.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.engine.canonical.CanonicalJson;
import xindang.format.FormatProblem.Code;
import xindang.gates.Requirement;

class JsonTreeTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @Requirement("EVAL-08")
    void what_canonical_json_writes_is_read_and_written_back_to_the_same_bytes(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Object value = value(random, 0);
            String text = CanonicalJson.text(value);
            Object read = JsonTree.parseCanonical("record", text);
            assertThat(read).as("seed %d: %s", seed, text).isEqualTo(value);
            assertThat(CanonicalJson.bytes(read)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest(name = "{0} is refused as {1} at {2}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '`', textBlock = """
        text                        | code             | pointer or place
        {"a":1,"b":{"c":2,"c":3}}   | DUPLICATE_KEY    | /b/c
        {"a/b~":1,"a/b~":2}         | DUPLICATE_KEY    | /a~1b~0
        {"a":[1,2.5]}               | NUMBER_NOT_WHOLE | /a/1
        {"a":1e3}                   | NUMBER_NOT_WHOLE | /a
        {"a":12345678901234567890}  | NUMBER_NOT_WHOLE | /a
        {"a":-0}                    | NUMBER_NOT_WHOLE | /a
        {"a":"\\ud800"}             | LONE_SURROGATE   | /a
        {"a":1                      | NOT_JSON         | -
        {"a":1} x                   | NOT_JSON         | -
        {a:1}                       | NOT_JSON         | -
        {"a":NaN}                   | NOT_JSON         | -
        [1,]                        | NOT_JSON         | -
        ``                          | NOT_JSON         | -""")
    void names_what_is_wrong_and_where(String text, Code code, String pointer) {
        FormatProblem problem = problem(() -> JsonTree.parse("policy.json", text));
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.args().getOrDefault("pointer", "-")).isEqualTo(pointer);
        assertThat(problem.text()).startsWith("policy.json").doesNotContain("{file}", "{value}", "{line}");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        encoding,              bytes,          code
        UTF-8 with a mark,     efbbbf7b7d,     BYTE_ORDER_MARK
        UTF-16 little endian,  fffe7b007d00,   BYTE_ORDER_MARK
        UTF-16 big endian,     feff007b007d,   BYTE_ORDER_MARK
        GB18030,               7b22d6d0223a317d, NOT_UTF8
        cut inside a letter,   22e4b8,         NOT_UTF8""")
    void other_encodings_are_told_apart(String encoding, String bytes, Code code) {
        assertThat(problem(() -> JsonTree.parse("f", HexFormat.of().parseHex(bytes)))
                        .code())
                .isEqualTo(code);
    }

    @ParameterizedTest(name = "{0} levels")
    @CsvSource({"64, true", "65, false", "200000, false"})
    void nesting_has_a_limit(int levels, boolean good) {
        String text = "[".repeat(levels) + "]".repeat(levels);
        if (good) {
            assertThat(CanonicalJson.text(JsonTree.parse("f", text))).isEqualTo(text);
        } else {
            assertThat(problem(() -> JsonTree.parse("f", text)).code()).isIn(Code.TOO_DEEP, Code.NOT_JSON);
        }
    }

    @ParameterizedTest(name = "{0} is not canonical from {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"b":1,"a":2}     | 2
        {"a": 1}          | 5
        {"a":"\\u00e9"}   | 6
        `[1,2] `          | 5""")
    void a_record_that_is_not_canonical_is_refused(String record, String at) {
        FormatProblem problem = problem(() -> JsonTree.parseCanonical("record", record));
        assertThat(problem.code()).isEqualTo(Code.NOT_CANONICAL);
        assertThat(problem.args()).containsEntry("value", at);
    }

    @Test
    void a_file_that_is_absent_or_too_large_is_named(@TempDir Path folder) throws Exception {
        Path absent = folder.resolve("none.json");
        assertThat(problem(() -> JsonTree.read(absent)).code()).isEqualTo(Code.FILE_NOT_FOUND);
        Path large = folder.resolve("large.json");
        Files.writeString(large, " ".repeat(JsonTree.MAX_BYTES + 1));
        assertThat(problem(() -> JsonTree.read(large)).code()).isEqualTo(Code.FILE_TOO_LARGE);
        assertThat(problem(() -> JsonTree.read(folder)).code()).isEqualTo(Code.FILE_UNREADABLE);
    }

    static FormatProblem problem(Runnable reading) {
        FormatException refused = catchThrowableOfType(FormatException.class, reading::run);
        assertThat(refused).isNotNull();
        return refused.problems().getFirst();
    }

    private static @Nullable Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 4 : 6)) {
            case 0 -> text(random);
            case 1 -> random.nextInt();
            case 2 -> random.nextBoolean();
            case 3 -> null;
            case 4 -> {
                List<@Nullable Object> items = new ArrayList<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    items.add(value(random, depth + 1));
                }
                yield items;
            }
            default -> {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    members.put(text(random), value(random, depth + 1));
                }
                yield members;
            }
        };
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            int[] from = {0, 0x20, 0x4e00, 0x1F600, 0xE000, 0x22, 0x5c};
            int base = from[random.nextInt(from.length)];
            text.appendCodePoint(base == 0x22 || base == 0x5c ? base : base + random.nextInt(0x50));
        }
        return text.toString();
    }
}

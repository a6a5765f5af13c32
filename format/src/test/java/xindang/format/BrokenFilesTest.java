package xindang.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.engine.canonical.CanonicalJson;

/** Whatever is done to a file, it is read or refused with a problem that has a text; nothing else ever escapes. */
class BrokenFilesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void a_file_with_one_value_changed_is_read_or_refused(long seed) throws Exception {
        var random = new Random(seed);
        Object preset = JsonTree.parse("R0.json", preset());
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            String text = CanonicalJson.text(changed(preset, random, random.nextInt(700), new int[1]));
            refused += readOrRefused("seed " + seed + ", round " + i, text.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(refused).as("seed %d", seed).isGreaterThan(10);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 6})
    void a_file_with_broken_bytes_is_read_or_refused(long seed) throws Exception {
        var random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            byte[] bytes = preset();
            for (int k = 1 + random.nextInt(4); k > 0; k--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            readOrRefused("seed " + seed + ", round " + i, bytes);
        }
    }

    private static int readOrRefused(String as, byte[] bytes) {
        try {
            assertThat(PolicyReader.parse("own.json", bytes).at(DAY).ref("rat").sha256())
                    .as(as)
                    .hasSize(64);
            return 0;
        } catch (FormatException e) {
            assertThat(e.problems())
                    .as(as)
                    .isNotEmpty()
                    .allSatisfy(problem ->
                            assertThat(problem.text()).contains("own.json").doesNotContain("Exception"));
            return 1;
        } catch (RuntimeException e) {
            throw new AssertionError(as + ": " + e, e);
        }
    }

    private static byte[] preset() throws Exception {
        try (InputStream in = BrokenFilesTest.class.getResourceAsStream("presets/R0.json")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    /** The tree with the n-th value below it replaced by an odd one, or left out. */
    private static @Nullable Object changed(@Nullable Object value, Random random, int target, int[] count) {
        if (count[0]++ == target) {
            return odd(random);
        }
        return switch (value) {
            case Map<?, ?> members -> {
                var copy = new LinkedHashMap<String, @Nullable Object>();
                members.forEach((name, member) -> {
                    boolean leaveOut = count[0] == target && random.nextInt(3) == 0;
                    Object below = changed(member, random, target, count);
                    if (!leaveOut) {
                        copy.put((String) name, below);
                    }
                });
                yield copy;
            }
            case List<?> items -> {
                var copy = new ArrayList<@Nullable Object>();
                items.forEach(item -> copy.add(changed(item, random, target, count)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    private static @Nullable Object odd(Random random) {
        return switch (random.nextInt(14)) {
            case 0 -> null;
            case 1 -> -1;
            case 2 -> Integer.MAX_VALUE;
            case 3 -> "";
            case 4 -> "-0.00001";
            case 5 -> "999999999999999";
            case 6 -> "1e999999999";
            case 7 -> "P999999999Y";
            case 8 -> "AAA";
            case 9 -> "{file} {pointer} 优秀";
            case 10 -> List.of();
            case 11 -> Map.of();
            case 12 -> true;
            default -> List.of(Map.of("missing", true), "x", 1);
        };
    }
}

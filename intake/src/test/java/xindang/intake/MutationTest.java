package xindang.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damages real ledgers at random places: a ledger or an {@link IntakeProblem} comes out, never another failure. */
final class MutationTest {

    private static final byte[] PIECES =
            "\",;\t\n\r0123456789-/.()$¥E ".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    static Stream<String> files() throws Exception {
        return CorpusTest.files();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void a_damaged_ledger_is_read_or_refused(String name) throws Exception {
        Path file = Path.of(Objects.requireNonNull(MutationTest.class.getResource("/corpus/" + name))
                .toURI());
        byte[] whole = Files.readAllBytes(file);
        for (long seed = 1; seed <= 300; seed++) {
            survive(name, seed, damaged(whole, new Random(seed)));
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            byte piece = random.nextInt(4) == 0 ? (byte) random.nextInt(256) : PIECES[random.nextInt(PIECES.length)];
            bytes[random.nextInt(bytes.length)] = piece;
        }
        return random.nextInt(5) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1) : bytes;
    }

    private static void survive(String name, long seed, byte[] bytes) {
        try {
            Path file = Files.createTempFile("damaged", name);
            try {
                Files.write(file, bytes);
                Ledger ledger =
                        LedgerReader.read(List.of(file), new ReadingOptions(null, null, question -> 0, null), 1);
                assertThat(Ledgers.rows(ledger)).hasSize(ledger.rows());
                assertThat(Ledgers.rejects(ledger)).hasSize(ledger.rejects().size());
            } catch (IntakeProblem problem) {
                assertThat(problem.arguments()).isNotNull();
            } catch (RuntimeException e) {
                throw new AssertionError(name + " with seed " + seed, e);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

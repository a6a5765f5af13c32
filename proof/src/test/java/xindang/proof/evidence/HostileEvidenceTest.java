package xindang.proof.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.gates.Requirement;
import xindang.proof.evidence.UnreadableEvidence.Reason;
import xindang.proof.evidence.Verdict.Broken;

/** Files that somebody made to mislead, exhaust or crash the verifier are refused like any other bad file. */
final class HostileEvidenceTest {

    @TempDir
    private Path folder;

    private final SampleLog log = SampleLog.ordinary();

    @Test
    @Requirement("SEC-09")
    void every_flipped_bit_of_the_log_is_found() throws Exception {
        byte[] lines = part(log.packageAt(folder.resolve("log.zip")), EvidenceWriter.LOG);
        byte[] manifest = part(folder.resolve("log.zip"), EvidenceWriter.MANIFEST);
        long seed = 20261122;
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] changed = lines.clone();
            int bit = random.nextInt(lines.length * 8);
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            Path file = zip(manifest, out -> out.write(changed));
            assertThat(log.verify(file)).as("seed %d, bit %d", seed, bit).isInstanceOf(Broken.class);
        }
    }

    @Test
    void a_package_that_breaks_off_anywhere_is_unreadable() throws Exception {
        byte[] whole = Files.readAllBytes(log.packageAt(folder.resolve("log.zip")));
        for (int length = 0; length < whole.length; length += 131) {
            Path file = Files.write(folder.resolve("half.zip"), Arrays.copyOf(whole, length));
            assertThat(refused(file)).as("%d bytes", length).isEqualTo(Reason.NO_EVIDENCE);
        }
    }

    @Test
    void noise_in_a_package_never_gets_further_than_a_refusal() throws Exception {
        byte[] whole = Files.readAllBytes(log.packageAt(folder.resolve("log.zip")));
        long seed = 4711;
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            byte[] changed = whole.clone();
            for (int j = 0; j < 1 + random.nextInt(8); j++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("noise.zip"), changed);
            try {
                assertThat(log.verify(file)).isNotNull();
            } catch (UnreadableEvidence refused) {
                assertThat(refused.reason()).as("seed %d, round %d", seed, i).isNotEqualTo(Reason.NOT_FOUND);
            }
        }
    }

    @Test
    void a_line_without_end_is_refused_after_its_first_megabytes() throws Exception {
        byte[] manifest = part(log.packageAt(folder.resolve("log.zip")), EvidenceWriter.MANIFEST);
        byte[] megabyte = new byte[1 << 20];
        Arrays.fill(megabyte, (byte) ' ');
        Path bomb = zip(manifest, out -> {
            for (int i = 0; i < 200; i++) {
                out.write(megabyte);
            }
        });
        assertThat(Files.size(bomb)).isLessThan(2 << 20);
        expectNotUnderstood(bomb);
    }

    @Test
    void a_huge_manifest_is_refused() throws Exception {
        Path file = zip(new byte[50 << 20], out -> {});
        assertThat(refused(file)).isEqualTo(Reason.NO_EVIDENCE);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            name of a fourth file
            ../../etc/passwd
            /etc/passwd
            C:\\evil
            log.jsonl/x""")
    void other_files_in_a_package_are_refused_whatever_their_names(String name) throws Exception {
        Path file = folder.resolve("four.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String one : new String[] {EvidenceWriter.MANIFEST, EvidenceWriter.KEYS, EvidenceWriter.LOG, name}) {
                zip.putNextEntry(new ZipEntry(one));
            }
        }
        assertThat(refused(file)).isEqualTo(Reason.NO_EVIDENCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "null",
                "{\"index\":0}",
                "{\"index\":\"99999999999999999999999999\"}",
                "{\"checkpoint\":\"\"}",
                "{\"checkpoint\":\"a\\n1\\n\"}",
                "{\"checkpoint\":[[[[[[[[[[[[[[[[[[",
                "{\"index\":\"0\",\"index\":\"0\"}",
                "{\"unknown\":\"x\"}",
                "{\"withheld\":false}",
                "{} {}"
            })
    void lines_that_are_none_are_named(String line) throws Exception {
        byte[] manifest = part(log.packageAt(folder.resolve("log.zip")), EvidenceWriter.MANIFEST);
        expectNotUnderstood(zip(manifest, out -> out.write((line + "\n").getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void wrong_utf_8_and_a_last_line_without_end_are_named() throws Exception {
        byte[] manifest = part(log.packageAt(folder.resolve("log.zip")), EvidenceWriter.MANIFEST);
        expectNotUnderstood(zip(manifest, out -> out.write(new byte[] {(byte) 0xc0, (byte) 0x80, '\n'})));
        expectNotUnderstood(zip(manifest, out -> out.write("{}".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void half_a_character_is_no_content() throws Exception {
        byte[] manifest = part(log.packageAt(folder.resolve("log.zip")), EvidenceWriter.MANIFEST);
        String lines = new String(part(folder.resolve("log.zip"), EvidenceWriter.LOG), StandardCharsets.UTF_8);
        String changed = lines.replaceFirst("额度调整", "\\\\ud800");
        Path file = zip(manifest, out -> out.write(changed.getBytes(StandardCharsets.UTF_8)));
        expectNotUnderstood(file);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            member    | instead
            "0"       | "-1"
            "0"       | "9223372036854775808"
            "0"       | "00"
            "60"      | "86400"
            "35"      | "1e3"
            "sha-256" | "md5"
            "range"   | "receipt"
            "xindang-evidence/1" | "xindang-evidence/2"
            []        | ["x"]""")
    void a_manifest_with_other_ideas_is_refused(String member, String instead) throws Exception {
        byte[] lines = part(log.packageAt(folder.resolve("log.zip")), EvidenceWriter.LOG);
        String manifest = new String(part(folder.resolve("log.zip"), EvidenceWriter.MANIFEST), StandardCharsets.UTF_8);
        byte[] changed = manifest.replace(member, instead).getBytes(StandardCharsets.UTF_8);
        assertThat(new String(changed, StandardCharsets.UTF_8)).isNotEqualTo(manifest);
        assertThat(refused(zip(changed, out -> out.write(lines)))).isEqualTo(Reason.MANIFEST);
    }

    @Test
    void the_manifest_cannot_hide_entries() throws Exception {
        byte[] lines = part(log.packageAt(folder.resolve("log.zip")), EvidenceWriter.LOG);
        String manifest = new String(part(folder.resolve("log.zip"), EvidenceWriter.MANIFEST), StandardCharsets.UTF_8);
        byte[] changed = manifest.replace("\"35\"", "\"36\"").getBytes(StandardCharsets.UTF_8);
        assertThat(log.verify(zip(changed, out -> out.write(lines))))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.finding().fault()).isEqualTo(Fault.SIZE_DIFFERS));
    }

    @Test
    void what_is_no_file_is_not_found() {
        assertThat(refused(folder)).isEqualTo(Reason.NOT_FOUND);
        assertThat(refused(folder.resolve("none"))).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void a_receipt_that_was_touched_proves_nothing() throws Exception {
        String text = log.receipt(17).text();
        long seed = 17;
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            byte[] changed = text.getBytes(StandardCharsets.UTF_8);
            int bit = random.nextInt((changed.length - 1) * 8);
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            Path file = Files.write(folder.resolve("receipt.json"), changed);
            try {
                assertThat(log.verify(file)).as("seed %d, bit %d", seed, bit).isInstanceOf(Broken.class);
            } catch (UnreadableEvidence refused) {
                assertThat(refused.reason()).isEqualTo(Reason.NO_EVIDENCE);
            }
        }
    }

    private void expectNotUnderstood(Path file) throws UnreadableEvidence {
        assertThat(log.verify(file))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.finding().fault()).isEqualTo(Fault.NOT_UNDERSTOOD));
    }

    private Reason refused(Path file) {
        return catchThrowableOfType(UnreadableEvidence.class, () -> log.verify(file))
                .reason();
    }

    /** Writes what a test wants to be in {@code log.jsonl}. */
    @FunctionalInterface
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private Path zip(byte[] manifest, Writing lines) throws IOException {
        Path file = folder.resolve("made.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(EvidenceWriter.MANIFEST));
            zip.write(manifest);
            zip.putNextEntry(new ZipEntry(EvidenceWriter.KEYS));
            zip.putNextEntry(new ZipEntry(EvidenceWriter.LOG));
            lines.to(zip);
        }
        return file;
    }

    private static byte[] part(Path file, String name) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            in.transferTo(bytes);
        }
        return bytes.toByteArray();
    }
}

package xindang.proof.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.gates.Requirement;
import xindang.proof.checkpoint.SignatureAlgorithm;
import xindang.proof.evidence.Verdict.Contents;
import xindang.proof.evidence.Verdict.Sound;
import xindang.proof.log.Content;
import xindang.proof.log.LogEntry;
import xindang.proof.tree.HashFunction;

/** Evidence that nobody touched holds, with the package and the public key alone. */
final class SoundEvidenceTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            hash,    signature
            SHA_256, ED25519
            SHA_256, SM2
            SM3,     SM2
            SM3,     ED25519""")
    @Requirement({"SEC-09", "SUP-04"})
    void a_whole_log_holds(HashFunction hash, SignatureAlgorithm signature) throws Exception {
        SampleLog log = SampleLog.ordinary(hash, signature);
        assertThat(log.verify(log.packageAt(folder.resolve("all.zip"))))
                .isEqualTo(new Sound(
                        Verdict.Kind.RANGE,
                        0,
                        35,
                        new Contents(35, 0, 0),
                        4,
                        log.newest().checkpoint()));
    }

    @Test
    @Requirement({"SEC-09", "SUP-04"})
    void destroyed_and_withheld_contents_leave_every_proof_valid() throws Exception {
        SampleLog log = SampleLog.ordinary();
        for (int i = 0; i < 12; i++) {
            LogEntry entry = log.entries.get(i);
            Content gone = i < 5 ? new Content.Destroyed() : new Content.Withheld();
            log.entries.set(i, new LogEntry(i, entry.leaf(), gone));
        }
        assertThat(log.verify(log.packageAt(folder.resolve("all.zip"))))
                .isInstanceOfSatisfying(
                        Sound.class, sound -> assertThat(sound.contents()).isEqualTo(new Contents(23, 5, 7)));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            from checkpoint, to checkpoint, first, end, checkpoints
            0,               1,             10,    20,  3
            1,               3,             20,    35,  3
            2,               2,             30,    30,  2""")
    @Requirement("SUP-04")
    void a_part_holds_up_to_the_newest_checkpoint(int from, int to, long first, long end, long checkpoints)
            throws Exception {
        SampleLog log = SampleLog.ordinary();
        assertThat(log.verify(log.part(folder.resolve("part.zip"), from, to), Optional.of(log.newest())))
                .isInstanceOfSatisfying(Sound.class, sound -> {
                    assertThat(sound.first()).isEqualTo(first);
                    assertThat(sound.end()).isEqualTo(end);
                    assertThat(sound.checkpoints()).isEqualTo(checkpoints);
                    assertThat(sound.newest()).isEqualTo(log.newest().checkpoint());
                });
    }

    @Test
    @Requirement("SUP-04")
    void a_selection_holds_entry_by_entry() throws Exception {
        SampleLog log = SampleLog.ordinary();
        assertThat(log.verify(log.selection(folder.resolve("some.zip"), 3, 17, 34)))
                .isEqualTo(new Sound(
                        Verdict.Kind.SELECTION,
                        3,
                        35,
                        new Contents(3, 0, 0),
                        1,
                        log.newest().checkpoint()));
    }

    @Test
    @Requirement("SEC-09")
    void a_receipt_proves_its_entry_alone() throws Exception {
        SampleLog log = SampleLog.ordinary();
        for (int i = 0; i < 35; i++) {
            Path file = Files.writeString(
                    folder.resolve("receipt.json"), log.receipt(i).text());
            assertThat(log.verify(file, Optional.of(log.newest()))).isInstanceOf(Sound.class);
        }
    }

    @Test
    void every_earlier_checkpoint_of_the_log_is_known_again() throws Exception {
        SampleLog log = SampleLog.ordinary();
        Path all = log.packageAt(folder.resolve("all.zip"));
        for (var known : log.checkpoints) {
            assertThat(log.verify(all, Optional.of(known))).isInstanceOf(Sound.class);
        }
    }

    @Test
    void a_log_without_entries_holds_and_so_does_a_quiet_one() throws Exception {
        SampleLog log = new SampleLog(HashFunction.SHA_256, SignatureAlgorithm.ED25519);
        log.checkpoint(SampleLog.BEGIN.minusSeconds(60)).checkpoint(SampleLog.BEGIN);
        assertThat(log.verify(log.packageAt(folder.resolve("none.zip")), Optional.of(log.newest())))
                .isInstanceOf(Sound.class);
        log.write(0, 5);
        assertThat(log.verify(log.packageAt(folder.resolve("five.zip")), Optional.of(log.checkpoints.getFirst())))
                .isInstanceOf(Sound.class);
    }

    @Test
    void equal_logs_give_equal_bytes() throws Exception {
        SampleLog log = SampleLog.ordinary();
        assertThat(log.packageAt(folder.resolve("one.zip")))
                .hasSameBinaryContentAs(log.packageAt(folder.resolve("two.zip")));
    }
}

package xindang.proof.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.gates.Requirement;
import xindang.proof.checkpoint.SignatureAlgorithm;
import xindang.proof.checkpoint.SignedCheckpoint;
import xindang.proof.evidence.Verdict.Broken;
import xindang.proof.evidence.Verdict.Sound;
import xindang.proof.log.Content;
import xindang.proof.log.Leaf;
import xindang.proof.log.LogEntry;
import xindang.proof.log.Salt;
import xindang.proof.tree.Hash;
import xindang.proof.tree.HashFunction;

/** Every way to bend the log is found, and the first wrong entry is named. */
final class AttackTest {

    @TempDir
    private Path folder;

    private final SampleLog log = SampleLog.ordinary();

    @Test
    @Requirement("SEC-09")
    void truncation_shows_against_a_checkpoint_kept_elsewhere() throws Exception {
        SignedCheckpoint known = log.newest();
        log.entries.subList(20, 35).clear();
        log.checkpoints.subList(2, 4).clear();
        Path shortened = log.packageAt(folder.resolve("short.zip"));
        assertThat(log.verify(shortened))
                .as("without it the end is just the end")
                .isInstanceOf(Sound.class);
        expect(log.verify(shortened, Optional.of(known)), Fault.TRUNCATED, 20);
    }

    @Test
    @Requirement("SEC-09")
    void truncation_below_a_checkpoint_shows_by_itself() throws Exception {
        log.entries.subList(33, 35).clear();
        expect(verify(), Fault.ENTRY_MISSING, 33);
    }

    @Test
    @Requirement("SEC-09")
    void a_deleted_entry_leaves_its_index_free() throws Exception {
        log.entries.remove(17);
        log.stored.remove(17);
        expect(verify(), Fault.ENTRY_MISSING, 17);
    }

    @Test
    @Requirement("SEC-09")
    void a_deleted_entry_shows_in_its_writers_counter_when_the_others_are_renumbered() throws Exception {
        log.entries.remove(17);
        log.stored.remove(17);
        log.entries.replaceAll(entry -> entry.index() < 17 ? entry : at(entry.index() - 1, entry));
        expect(verify(), Fault.COUNTER_GAP, 19);
    }

    @Test
    @Requirement("SEC-09")
    void reordered_entries_are_not_those_of_the_tree() throws Exception {
        swap(12, 13);
        expect(verify(), Fault.LEAF_CHANGED, 12);
    }

    @Test
    @Requirement("SEC-09")
    void reordered_entries_of_one_writer_show_in_its_counter_even_with_the_stored_tree_changed() throws Exception {
        swap(12, 15);
        swapStored(12, 15);
        expect(verify(), Fault.COUNTER_GAP, 12);
    }

    @Test
    @Requirement("SEC-09")
    void reordered_entries_of_two_writers_miss_the_signed_root_even_with_the_stored_tree_changed() throws Exception {
        swap(12, 13);
        swapStored(12, 13);
        expect(verify(), Fault.ROOT_DIFFERS, null, "from", "10", "to", "19");
    }

    @Test
    @Requirement("SEC-09")
    void a_repeated_entry_stands_where_another_should() throws Exception {
        log.entries.add(6, log.entries.get(5));
        log.stored.add(6, log.stored.get(5));
        expect(verify(), Fault.ENTRY_OUT_OF_ORDER, 5);
    }

    @Test
    @Requirement("SEC-09")
    void an_entry_written_with_an_earlier_date_lies_before_the_checkpoint() throws Exception {
        log.entry("w9", 1, SampleLog.BEGIN.minusSeconds(3600)).checkpoint(SampleLog.BEGIN.plusSeconds(40));
        expect(verify(), Fault.BACK_DATED, 35);
    }

    @Test
    void an_entry_may_be_a_minute_older_than_the_checkpoint_before_it() throws Exception {
        Instant before = log.newest().checkpoint().time();
        log.entry("w9", 1, before.minusSeconds(60)).checkpoint(before.plusSeconds(5));
        assertThat(verify()).isInstanceOf(Sound.class);
        log.entry("w8", 1, before.plusSeconds(5).minusSeconds(60).minusNanos(1000))
                .checkpoint(before.plusSeconds(6));
        expect(verify(), Fault.BACK_DATED, 36);
    }

    @Test
    @Requirement("SEC-09")
    void a_writer_does_not_go_back_in_time() throws Exception {
        log.entry("w0", 13, SampleLog.BEGIN.plusSeconds(20)).checkpoint(SampleLog.BEGIN.plusSeconds(40));
        expect(verify(), Fault.TIME_BACK, 35);
    }

    @Test
    void an_entry_is_not_younger_than_its_checkpoint() throws Exception {
        log.entry("w9", 1, SampleLog.BEGIN.plusSeconds(41)).checkpoint(SampleLog.BEGIN.plusSeconds(40));
        expect(verify(), Fault.POST_DATED, 35);
    }

    @Test
    @Requirement("SEC-09")
    void a_date_changed_later_does_not_fit_the_tree() throws Exception {
        LogEntry old = log.entries.get(25);
        Leaf leaf = old.leaf();
        Leaf earlier = new Leaf(leaf.recordedAt().minusSeconds(1), leaf.writer(), leaf.counter(), leaf.commitment());
        log.entries.set(25, new LogEntry(25, earlier, old.content()));
        expect(verify(), Fault.LEAF_CHANGED, 25);
        log.stored.set(25, earlier.hash(log.function));
        expect(verify(), Fault.ROOT_DIFFERS, null, "from", "20", "to", "29");
    }

    @Test
    @Requirement("SEC-09")
    void an_entry_removed_before_it_was_numbered_leaves_a_gap_in_its_writers_counter() throws Exception {
        log.entry("w0", 13, SampleLog.BEGIN.plusSeconds(36));
        log.entry("w0", 15, SampleLog.BEGIN.plusSeconds(38)).checkpoint(SampleLog.BEGIN.plusSeconds(39));
        expect(verify(), Fault.COUNTER_GAP, 36, "writer", "w0", "before", "13", "counter", "15");
    }

    @Test
    @Requirement("SEC-09")
    void so_does_the_first_entry_of_a_writer() throws Exception {
        log.entry("w9", 2, SampleLog.BEGIN.plusSeconds(36)).checkpoint(SampleLog.BEGIN.plusSeconds(39));
        expect(verify(), Fault.COUNTER_GAP, 35, "writer", "w9", "before", "0");
    }

    @Test
    @Requirement("SEC-09")
    void a_forked_head_shows_against_a_checkpoint_kept_elsewhere() throws Exception {
        SignedCheckpoint shownToOthers =
                log.signed(4, log.function.empty(), log.newest().checkpoint().time());
        expect(
                log.verify(log.packageAt(folder.resolve("log.zip")), Optional.of(shownToOthers)),
                Fault.KNOWN_FORKED,
                null);
    }

    @Test
    @Requirement("SEC-09")
    void a_forked_head_inside_a_package_shows_by_itself() throws Exception {
        log.checkpoints.add(log.signed(5, log.function.empty(), SampleLog.BEGIN.plusSeconds(40)));
        expect(verify(), Fault.FORKED, null, "before", "4", "number", "5", "size", "35");
    }

    @Test
    @Requirement("SEC-09")
    void changed_content_does_not_fit_its_leaf() throws Exception {
        LogEntry old = log.entries.get(8);
        Content.Kept kept = (Content.Kept) old.content();
        log.entries.set(
                8,
                new LogEntry(
                        8, old.leaf(), new Content.Kept(kept.salt(), kept.text().replace("8000", "9000"))));
        expect(verify(), Fault.CONTENT_CHANGED, 8);
        log.entries.set(8, new LogEntry(8, old.leaf(), new Content.Kept(Salt.of(new byte[32]), kept.text())));
        expect(verify(), Fault.CONTENT_CHANGED, 8);
    }

    @Test
    @Requirement("SEC-09")
    void a_changed_signature_is_none() throws Exception {
        SignedCheckpoint second = log.checkpoints.get(1);
        String text = second.text();
        char letter = text.charAt(text.length() - 20);
        log.checkpoints.set(
                1,
                SignedCheckpoint.parse(text.substring(0, text.length() - 20)
                        + (letter == 'A' ? 'B' : 'A')
                        + text.substring(text.length() - 19)));
        expect(verify(), Fault.SIGNATURE_WRONG, null, "number", "2", "size", "20");
    }

    @Test
    @Requirement("SEC-09")
    void a_log_signed_with_another_key_is_refused_even_if_the_package_holds_that_key() throws Exception {
        SampleLog other = SampleLog.ordinary();
        expect(log.verify(other.packageAt(folder.resolve("other.zip"))), Fault.SIGNATURE_WRONG, null);
    }

    @Test
    void a_checkpoint_left_out_shows_in_the_number_of_the_next() throws Exception {
        log.checkpoints.remove(1);
        expect(verify(), Fault.CHECKPOINT_MISSING, null, "number", "3", "before", "1");
        log.checkpoints.removeFirst();
        expect(verify(), Fault.CHECKPOINT_MISSING, null, "number", "3");
    }

    @Test
    void checkpoints_do_not_go_back() throws Exception {
        log.checkpoint(SampleLog.BEGIN.plusSeconds(34));
        expect(verify(), Fault.CHECKPOINT_BACK, null, "number", "5");
    }

    @Test
    void a_part_that_hides_where_it_begins_is_refused() throws Exception {
        SampleLog other = new SampleLog(HashFunction.SHA_256, SignatureAlgorithm.ED25519);
        List<SignedCheckpoint> ours = List.copyOf(log.checkpoints);
        other.write(0, 10);
        other.checkpoints.clear();
        other.checkpoints.addAll(ours);
        other.write(10, 20);
        Path part = other.part(folder.resolve("part.zip"), 0, 1);
        expect(log.verify(part), Fault.ROOT_DIFFERS, null);
    }

    @Test
    void a_known_checkpoint_that_proves_nothing_is_said_so() throws Exception {
        Path part = log.part(folder.resolve("part.zip"), 1, 2);
        expect(log.verify(part, Optional.of(log.checkpoints.getFirst())), Fault.KNOWN_NOT_COVERED, null);
        Path all = log.packageAt(folder.resolve("all.zip"));
        SampleLog other = SampleLog.ordinary();
        expect(log.verify(all, Optional.of(other.newest())), Fault.KNOWN_SIGNATURE_WRONG, null);
    }

    @Test
    @Requirement("SEC-09")
    void entries_of_a_selection_are_proven_one_by_one() throws Exception {
        LogEntry old = log.entries.get(17);
        swap(17, 20);
        swapStored(17, 20);
        expect(log.verify(log.selection(folder.resolve("some.zip"), 3, 17, 34)), Fault.NOT_INCLUDED, 17);
        log.entries.set(17, old);
        expect(log.verify(log.selection(folder.resolve("some.zip"), 3, 17, 34)), Fault.LEAF_CHANGED, 17);
    }

    private Verdict verify() throws UnreadableEvidence {
        return log.verify(log.packageAt(folder.resolve("log.zip")));
    }

    private static LogEntry at(long index, LogEntry entry) {
        return new LogEntry(index, entry.leaf(), entry.content());
    }

    /** Exchanges what two entries say; their places stay. */
    private void swap(int one, int other) {
        LogEntry first = log.entries.get(one);
        log.entries.set(one, at(one, log.entries.get(other)));
        log.entries.set(other, at(other, first));
    }

    private void swapStored(int one, int other) {
        Hash first = log.stored.get(one);
        log.stored.set(one, log.stored.get(other));
        log.stored.set(other, first);
    }

    private static void expect(Verdict verdict, Fault fault, @Nullable Integer index, String... facts) {
        assertThat(verdict).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.finding().fault()).isEqualTo(fault);
            assertThat(broken.finding().index())
                    .isEqualTo(index == null ? OptionalLong.empty() : OptionalLong.of(index));
            List<String> found = new ArrayList<>();
            for (int i = 0; i < facts.length; i += 2) {
                found.add(facts[i]);
                found.add(String.valueOf(broken.finding().facts().get(facts[i])));
            }
            assertThat(found).containsExactly(facts);
        });
    }
}

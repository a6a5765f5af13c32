package xindang.proof.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xindang.proof.checkpoint.Checkpoint;
import xindang.proof.checkpoint.SignatureAlgorithm;
import xindang.proof.checkpoint.SignedCheckpoint;
import xindang.proof.checkpoint.Signer;
import xindang.proof.checkpoint.SigningKey;
import xindang.proof.log.Commitment;
import xindang.proof.log.Content;
import xindang.proof.log.Leaf;
import xindang.proof.log.LogEntry;
import xindang.proof.log.Salt;
import xindang.proof.tree.Frontier;
import xindang.proof.tree.Hash;
import xindang.proof.tree.HashFunction;
import xindang.proof.tree.NodeSink;
import xindang.proof.tree.StoredTree;

/**
 * A log with its tables, as a server holds them: entries, stored leaf hashes, checkpoints. Whoever attacks changes the lists
 * and has the package written anew; he has no key.
 */
public final class SampleLog {

    public static final String ORIGIN = "example.com/xindang";
    public static final Instant BEGIN = Instant.parse("2026-11-22T01:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();

    final HashFunction function;
    final SigningKey key;
    final List<LogEntry> entries = new ArrayList<>();
    final List<Hash> stored = new ArrayList<>();
    final List<SignedCheckpoint> checkpoints = new ArrayList<>();
    private final StoredTree tree;
    private final Frontier frontier;

    SampleLog(HashFunction function, SignatureAlgorithm algorithm) {
        this.function = function;
        this.key = SigningKey.generate(algorithm, RANDOM);
        this.tree = new StoredTree(function);
        this.frontier = Frontier.empty(function);
    }

    /** An ordinary log: 35 entries by three writers in turn, one a second; checkpoints over 10, 20, 30 and 35. */
    public static SampleLog ordinary() {
        return ordinary(HashFunction.SHA_256, SignatureAlgorithm.ED25519);
    }

    static SampleLog ordinary(HashFunction function, SignatureAlgorithm algorithm) {
        SampleLog log = new SampleLog(function, algorithm);
        log.write(0, 10).write(10, 20).write(20, 30).write(30, 35);
        return log;
    }

    /** Entries of the ordinary log and a checkpoint over them. */
    SampleLog write(int from, int to) {
        for (int i = from; i < to; i++) {
            entry("w" + i % 3, i / 3 + 1, BEGIN.plusSeconds(i));
        }
        return checkpoint(BEGIN.plusSeconds(to));
    }

    SampleLog entry(String writer, long counter, Instant recordedAt) {
        String text = "{\"act\":\"额度调整\",\"after\":\"" + entries.size() + "000.00\",\"who\":\"王\\\"小\\\"明\"}";
        Salt salt = Salt.random(RANDOM);
        Hash commitment = Commitment.of(function, salt, text.getBytes(StandardCharsets.UTF_8));
        Leaf leaf = new Leaf(recordedAt, writer, counter, commitment);
        entries.add(new LogEntry(entries.size(), leaf, new Content.Kept(salt, text)));
        stored.add(leaf.hash(function));
        tree.append(leaf.hash(function));
        frontier.append(leaf.hash(function), NodeSink.NONE);
        return this;
    }

    SampleLog checkpoint(Instant time) {
        checkpoints.add(signed(checkpoints.size() + 1, frontier.root(), time));
        return this;
    }

    SignedCheckpoint signed(long number, Hash root, Instant time) {
        var checkpoint = new Checkpoint(ORIGIN, frontier.size(), root, function, number, time);
        return new Signer(List.of(key)).sign(checkpoint);
    }

    /** The newest checkpoint. */
    public SignedCheckpoint newest() {
        return checkpoints.getLast();
    }

    /** Public key in PEM. */
    public String publicKey() {
        return key.verifyingKey().pem();
    }

    /** The receipt of an entry. */
    public Receipt receipt(int index) {
        long size = newest().checkpoint().size();
        return new Receipt(entries.get(index), tree.proofs().inclusion(index, size), newest());
    }

    /** The whole log. */
    public Path packageAt(Path file) {
        long end = newest().checkpoint().size();
        try (EvidenceWriter writer = writer(file, 0, end)) {
            write(writer, 0, checkpoints);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** From one checkpoint to another, both counted from 0, tied to the newest. */
    Path part(Path file, int from, int to) {
        long first = checkpoints.get(from).checkpoint().size();
        long end = checkpoints.get(to).checkpoint().size();
        try (EvidenceWriter writer = writer(file, first, end)) {
            write(writer, (int) first, checkpoints.subList(from, to + 1));
            if (to + 1 < checkpoints.size()) {
                writer.later(
                        newest(),
                        tree.proofs().consistency(end, newest().checkpoint().size()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Some entries, each with its proof. */
    Path selection(Path file, int... indexes) {
        try (EvidenceWriter writer =
                EvidenceWriter.selection(Files.newOutputStream(file), newest(), List.of(key.verifyingKey()))) {
            for (int index : indexes) {
                long size = newest().checkpoint().size();
                writer.entry(
                        entries.get(index), stored.get(index), tree.proofs().inclusion(index, size));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private EvidenceWriter writer(Path file, long first, long end) throws IOException {
        Frontier start = tree.proofs().frontier(first);
        return EvidenceWriter.range(Files.newOutputStream(file), ORIGIN, start, end, List.of(key.verifyingKey()));
    }

    private void write(EvidenceWriter writer, int first, List<SignedCheckpoint> covering) throws IOException {
        int at = first;
        for (SignedCheckpoint checkpoint : covering) {
            writer.checkpoint(checkpoint);
            while (at < entries.size()
                    && entries.get(at).index() < checkpoint.checkpoint().size()) {
                writer.entry(entries.get(at), stored.get(at));
                at++;
            }
        }
    }

    Verdict verify(Path file) throws UnreadableEvidence {
        return verify(file, Optional.empty());
    }

    Verdict verify(Path file, Optional<SignedCheckpoint> known) throws UnreadableEvidence {
        return new EvidenceVerifier(List.of(key.verifyingKey()), known).verify(file);
    }
}

package xindang.proof.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import xindang.proof.checkpoint.Checkpoint;
import xindang.proof.checkpoint.SignedCheckpoint;
import xindang.proof.checkpoint.Verifier;
import xindang.proof.checkpoint.VerifyingKey;
import xindang.proof.evidence.LogLine.CheckpointLine;
import xindang.proof.evidence.LogLine.EntryLine;
import xindang.proof.evidence.UnreadableEvidence.Reason;
import xindang.proof.tree.HashFunction;

/**
 * Verifies an evidence package or a receipt (证据验证) with nothing but keys that the reader trusts and, if he kept one, a
 * checkpoint of an earlier time. Memory does not grow with the package. Keys inside a package are never looked at.
 */
public final class EvidenceVerifier {

    private final Verifier verifier;
    private final Optional<SignedCheckpoint> known;

    /**
     * A verifier.
     *
     * @param trusted public keys of the log, from a source other than the package; one of them is enough for a checkpoint
     * @param known a checkpoint the reader has seen before; only with it a cut-off end can show
     */
    public EvidenceVerifier(List<VerifyingKey> trusted, Optional<SignedCheckpoint> known) {
        this.verifier = new Verifier(trusted);
        this.known = known;
    }

    /**
     * Verifies a file up to the first fault.
     *
     * @throws UnreadableEvidence if it is no evidence, or breaks off
     */
    public Verdict verify(Path file) throws UnreadableEvidence {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableEvidence(Reason.NOT_FOUND);
        }
        try {
            return EvidenceFile.isZip(file) ? verifyPackage(file) : verifyReceipt(file);
        } catch (FaultFound e) {
            return new Verdict.Broken(e.finding());
        } catch (IOException e) {
            throw new UnreadableEvidence(Reason.NOT_READABLE);
        }
    }

    private Verdict verifyPackage(Path file) throws IOException, UnreadableEvidence, FaultFound {
        try (ZipFile zip = EvidenceFile.open(file)) {
            Manifest manifest = EvidenceFile.manifest(zip);
            Trust trust = new Trust(verifier, known);
            PackageCheck check = manifest.kind() == Verdict.Kind.RANGE
                    ? new RangeCheck(manifest, trust)
                    : new SelectionCheck(manifest, trust);
            check.begin();
            try (InputStream log = EvidenceFile.log(zip)) {
                Lines lines = new Lines(log);
                for (Optional<LogLine> line = next(lines, check); line.isPresent(); line = next(lines, check)) {
                    switch (line.get()) {
                        case EntryLine entry -> check.entry(entry);
                        case CheckpointLine checkpoint -> check.checkpoint(checkpoint);
                    }
                }
            }
            return check.end();
        }
    }

    private static Optional<LogLine> next(Lines lines, PackageCheck check) throws IOException, FaultFound {
        try {
            return Optional.ofNullable(lines.next()).map(LogLine::read);
        } catch (IllegalArgumentException e) {
            throw FaultFound.at(check.next(), Fault.NOT_UNDERSTOOD, Map.of());
        }
    }

    private Verdict verifyReceipt(Path file) throws IOException, UnreadableEvidence, FaultFound {
        Receipt receipt;
        try {
            receipt = Receipt.parse(EvidenceFile.text(file, Lines.MAX_BYTES));
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvidence(Reason.NO_EVIDENCE);
        }
        return verify(receipt);
    }

    private Verdict verify(Receipt receipt) throws FaultFound {
        Checkpoint checkpoint = receipt.checkpoint().checkpoint();
        HashFunction function = checkpoint.function();
        long index = receipt.entry().index();
        Trust trust = new Trust(verifier, known);
        trust.begin(checkpoint.origin(), function);
        trust.require(receipt.checkpoint(), checkpoint.origin(), function);
        if (trust.knows(checkpoint.size())) {
            trust.compare(checkpoint.root());
        }
        EntryCheck entries = new EntryCheck(function);
        if (!receipt.proof().proves(function, entries.check(receipt.entry()), checkpoint.root())) {
            throw FaultFound.at(index, Fault.NOT_INCLUDED, Map.of());
        }
        new CheckpointChain().requireTime(receipt.entry(), checkpoint);
        trust.end(checkpoint.size(), false);
        return new Verdict.Sound(Verdict.Kind.RECEIPT, index, index + 1, entries.contents(), 1, checkpoint);
    }
}

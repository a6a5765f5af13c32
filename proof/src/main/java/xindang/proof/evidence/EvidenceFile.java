package xindang.proof.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import xindang.proof.evidence.UnreadableEvidence.Reason;

/**
 * Opens a file that may be anything (证据文件). Nothing is unpacked to a folder, and nothing is held in memory but a line at a
 * time, so neither names nor sizes in the file matter.
 */
final class EvidenceFile {

    private static final int MAX_MANIFEST = 1 << 16;

    /** A directory of three short names; more is no package of ours. */
    private static final int MAX_DIRECTORY = 1 << 12;

    private static final int END_BYTES = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRIES = 3;

    private EvidenceFile() {}

    /** Whether the file begins as a zip file does; else it may be a receipt. */
    static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(2);
            return head.length == 2 && head[0] == 'P' && head[1] == 'K';
        }
    }

    /** A text file of bounded size. */
    static String text(Path file, int maxBytes) throws IOException, UnreadableEvidence {
        try (InputStream in = Files.newInputStream(file)) {
            return text(in, maxBytes);
        }
    }

    /**
     * Opens a package. The end of the file is looked at before Java's reader is, which takes as much memory as the
     * directory claims to need.
     */
    static ZipFile open(Path file) throws IOException, UnreadableEvidence {
        requireSmallDirectory(file);
        ZipFile zip = zip(file);
        boolean complete = zip.size() == ENTRIES
                && zip.getEntry(EvidenceWriter.MANIFEST) != null
                && zip.getEntry(EvidenceWriter.KEYS) != null
                && zip.getEntry(EvidenceWriter.LOG) != null;
        if (!complete) {
            zip.close();
            throw new UnreadableEvidence(Reason.NO_EVIDENCE);
        }
        return zip;
    }

    private static ZipFile zip(Path file) throws IOException, UnreadableEvidence {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Names or fields that Java's reader does not take.
            throw new UnreadableEvidence(Reason.NO_EVIDENCE);
        }
    }

    private static void requireSmallDirectory(Path file) throws IOException, UnreadableEvidence {
        byte[] end = new byte[END_BYTES];
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "r")) {
            if (raw.length() < END_BYTES) {
                throw new UnreadableEvidence(Reason.NO_EVIDENCE);
            }
            raw.seek(raw.length() - END_BYTES);
            raw.readFully(end);
        }
        ByteBuffer fields = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
        boolean fits = fields.getInt(0) == END_SIGNATURE
                && Short.toUnsignedInt(fields.getShort(10)) == ENTRIES
                && Integer.toUnsignedLong(fields.getInt(12)) <= MAX_DIRECTORY
                && fields.getShort(20) == 0;
        if (!fits) {
            throw new UnreadableEvidence(Reason.NO_EVIDENCE);
        }
    }

    static Manifest manifest(ZipFile zip) throws IOException, UnreadableEvidence {
        try (InputStream in = stream(zip, EvidenceWriter.MANIFEST)) {
            return Manifest.read(text(in, MAX_MANIFEST));
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvidence(Reason.MANIFEST);
        }
    }

    static InputStream log(ZipFile zip) throws IOException {
        return stream(zip, EvidenceWriter.LOG);
    }

    private static InputStream stream(ZipFile zip, String name) throws IOException {
        @Nullable InputStream in = zip.getInputStream(zip.getEntry(name));
        if (in == null) {
            throw new IOException(name);
        }
        return in;
    }

    private static String text(InputStream in, int maxBytes) throws IOException, UnreadableEvidence {
        byte[] bytes = in.readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw new UnreadableEvidence(Reason.NO_EVIDENCE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableEvidence(Reason.NO_EVIDENCE);
        }
    }
}

package xindang.integration.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import xindang.platform.database.Installation;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;

/** Uploaded files by the hash of their content (内容寻址存储), below the data folder; what is there is never overwritten. */
@Component
public class ContentStore {

    private final Path folder;

    private static final long MOST_BYTES = 512L << 20;

    ContentStore(Installation installation) {
        this.folder = installation.folder("documents");
    }

    /** A stored file. */
    public record Stored(String sha256, long bytes, String path) {}

    /**
     * Stores a file; the same content is stored once.
     *
     * @throws Refusal 413 for more than 512 MiB
     */
    public Stored store(InputStream content) {
        try {
            Path part = Files.createTempFile(folder, "upload-", ".part");
            try {
                MessageDigest digest = sha256();
                try (var in = new DigestInputStream(content, digest);
                        OutputStream out = Files.newOutputStream(part)) {
                    byte[] buffer = new byte[1 << 16];
                    long bytes = 0;
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        bytes += n;
                        if (bytes > MOST_BYTES) {
                            throw Refusal.of(Code.TOO_LARGE);
                        }
                        out.write(buffer, 0, n);
                    }
                }
                try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                    written.force(true);
                }
                String hash = HexFormat.of().formatHex(digest.digest());
                Path place = folder.resolve(hash.substring(0, 2)).resolve(hash);
                Files.createDirectories(place.getParent());
                if (!Files.exists(place)) {
                    Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
                }
                return new Stored(
                        hash, Files.size(place), folder.relativize(place).toString());
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a stored file lies. */
    public Path file(String path) {
        return folder.resolve(path);
    }

    /** The hash of a stored file as it is now. */
    public String hash(String path) {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file(path))) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package xindang.platform.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the inside of a backup (备份内容写入): a compressed tar, told what it is by its first entry and what it holds by its last.
 * Everything streams; only the list of files is kept in memory.
 */
public final class ArchiveWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final JsonMapper JSON = new JsonMapper();

    private final TarArchiveOutputStream tar;
    private final SortedMap<String, Manifest.Held> files = new TreeMap<>();
    private final MessageDigest digest = sha256();
    private final byte[] buffer = new byte[BUFFER];

    ArchiveWriter(OutputStream sealed) throws IOException {
        tar = new TarArchiveOutputStream(new BufferedOutputStream(new FastGzip(sealed), BUFFER), "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    /** Speed before size: a backup is mostly waited for. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** The first entry. */
    public void about(About about) throws IOException {
        entry(About.ENTRY, JSON.writeValueAsBytes(about));
    }

    /** A folder. */
    public void folder(String name) throws IOException {
        tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
        tar.closeArchiveEntry();
        files.put(name + "/", new Manifest.Held(0, ""));
    }

    /** A file from memory. */
    public void file(String name, byte[] content, int length) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(length);
        tar.putArchiveEntry(entry);
        digest.update(content, 0, length);
        tar.write(content, 0, length);
        close(name, length);
    }

    /**
     * A file as it is while others write to it: as long as it was when it was opened, filled up with zeros if it has become
     * shorter. The write-ahead log makes good what changed meanwhile. One that has gone is left out.
     */
    public void file(String name, Path file) throws IOException {
        long length;
        try (InputStream in = Files.newInputStream(file)) {
            length = Files.size(file);
            var entry = new TarArchiveEntry(name);
            entry.setSize(length);
            tar.putArchiveEntry(entry);
            long left = length;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(left, BUFFER));
                if (read < 0) {
                    break;
                }
                put(read);
                left -= read;
            }
            fill(left);
        } catch (NoSuchFileException gone) {
            return;
        }
        close(name, length);
    }

    private void fill(long missing) throws IOException {
        Arrays.fill(buffer, (byte) 0);
        for (long left = missing; left > 0; left -= Math.min(left, BUFFER)) {
            put((int) Math.min(left, BUFFER));
        }
    }

    private void put(int length) throws IOException {
        digest.update(buffer, 0, length);
        tar.write(buffer, 0, length);
    }

    private void close(String name, long length) throws IOException {
        tar.closeArchiveEntry();
        files.put(name, new Manifest.Held(length, HexFormat.of().formatHex(digest.digest())));
    }

    /** The last entry; then close. */
    Manifest finish(String state) throws IOException {
        var manifest = new Manifest(state, files);
        entry(Manifest.ENTRY, JSON.writeValueAsBytes(manifest));
        tar.finish();
        return manifest;
    }

    private void entry(String name, byte[] content) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}

package xindang.document.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import xindang.document.ContentStore;
import xindang.document.DocumentProblem;
import xindang.platform.database.Installation;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;

/**
 * Contents in the data folder (资料目录): {@code documents/ab/cd/<sha256>}. Backups take the folder after the database, so every
 * content that a row names is in them.
 */
@Component
class FolderStore implements ContentStore {

    private static final int BUFFER = 1 << 16;
    private static final String INCOMING = "incoming";

    private final Path folder;

    FolderStore(Installation installation) throws IOException {
        folder = installation.folder().resolve("documents");
        Files.createDirectories(folder.resolve(INCOMING));
    }

    @Override
    public Received receive(InputStream content, long most) throws IOException {
        Path file = Files.createTempFile(folder.resolve(INCOMING), "", ".part");
        boolean whole = false;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            MessageDigest digest = sha256();
            OutputStream out = Channels.newOutputStream(channel);
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                size += n;
                if (size > most) {
                    throw Refusal.of(
                            DocumentProblem.DOCUMENT_TOO_LARGE,
                            new Reason(null, "file", Map.of("code", "too-large", "limit", most >> 20)));
                }
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
            channel.force(true);
            whole = true;
            return new Received(file, HexFormat.of().formatHex(digest.digest()), size);
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void keep(Received content) throws IOException {
        Path place = place(content.sha256());
        if (Files.exists(place) && isWhole(place, content.sha256(), content.size())) {
            // Looked at by the sweep as if it had just come.
            Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
            return;
        }
        Path shelf = folder(place);
        Files.createDirectories(shelf);
        // Of a damaged content the whole one takes the place.
        Files.move(content.file(), place, StandardCopyOption.ATOMIC_MOVE);
        for (Path one : List.of(shelf, folder(shelf), folder)) {
            force(one);
        }
    }

    @Override
    public InputStream open(String sha256, long size) throws IOException {
        Path place = place(sha256);
        try {
            if (!isWhole(place, sha256, size)) {
                throw new Damaged("content " + sha256 + " is not what was stored");
            }
            return Files.newInputStream(place);
        } catch (NoSuchFileException missing) {
            throw new Damaged("content " + sha256 + " is missing");
        }
    }

    @Override
    public int sweep(Instant before, Predicate<String> removable) throws IOException {
        int removed = 0;
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            removed += isOlder(file, before) && isRemoved(file, before, removable) ? 1 : 0;
        }
        return removed;
    }

    private boolean isRemoved(Path file, Instant before, Predicate<String> removable) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (folder(file).endsWith(INCOMING)) {
            return Files.deleteIfExists(file);
        }
        // Asked once more under the lock: somebody may have stored the same content in between.
        return name.matches("[0-9a-f]{64}")
                && removable.test(name)
                && isOlder(file, before)
                && Files.deleteIfExists(file);
    }

    private static boolean isOlder(Path file, Instant before) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean isWhole(Path place, String sha256, long size) throws IOException {
        if (Files.size(place) != size) {
            return false;
        }
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream content = Files.newInputStream(place)) {
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest()).equals(sha256);
    }

    private Path place(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("no hash: " + sha256);
        }
        return folder.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    private static Path folder(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalStateException("no folder: " + file);
        }
        return parent;
    }

    /** A name is on the disk when its folder is; some systems cannot be asked for that. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // The move itself was atomic.
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

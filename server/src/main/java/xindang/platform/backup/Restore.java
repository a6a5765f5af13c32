package xindang.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xindang.platform.backup.store.ClusterCopy;
import xindang.platform.backup.store.Migrated;
import xindang.platform.database.DataFolder;
import xindang.platform.database.Installation;
import xindang.platform.database.Maintenance;
import xindang.platform.database.StartRefused;

/**
 * Restores a backup (恢复) into a folder beside the new one, has PostgreSQL recover it, reads all rows once, and only then
 * gives the folder its name: it is there whole or not at all.
 */
final class Restore {

    private final BackupOptions options;
    private final @Nullable Path cache;

    Restore(BackupOptions options, @Nullable Path cache) {
        this.options = options;
        this.cache = cache;
    }

    /**
     * What was restored.
     *
     * @param about what the backup was of
     * @param manifest what it held
     * @param rows rows read to see that all of them can be
     */
    record Restored(About about, Manifest manifest, long rows) {}

    /**
     * Restores.
     *
     * @throws StartRefused 64 if the folder holds something, 65 if the backup does not fit or is damaged, 66 if there is none
     */
    Restored run() throws IOException, SQLException {
        requireEmpty(options.data());
        Path partial = options.data().resolveSibling(options.data().getFileName() + ".restoring");
        try (InputStream file = opened(options.file());
                var archive = new ArchiveReader(SealedFile.reader(file, options.secret()))) {
            About about = archive.about();
            Fit.require(about);
            // An earlier restore may have been killed, and its database with it or not.
            Installation.discard(partial, 0, cache);
            boolean whole = false;
            try {
                Restored restored = into(partial, archive, about);
                Files.move(partial, options.data(), StandardCopyOption.ATOMIC_MOVE);
                whole = true;
                return restored;
            } finally {
                if (!whole) {
                    Installation.discard(partial, 0, cache);
                    Files.deleteIfExists(partial.resolve("lock"));
                    Files.deleteIfExists(partial);
                }
            }
        }
    }

    private Restored into(Path partial, ArchiveReader archive, About about) throws IOException, SQLException {
        DataFolder taken = DataFolder.take(partial, 0);
        Manifest manifest;
        try {
            manifest = archive.files(new Unpacked(partial));
        } catch (IOException | RuntimeException e) {
            taken.close();
            throw e;
        }
        long rows;
        try (Maintenance database = Maintenance.start(taken, cache)) {
            rows = Migrated.readAll(database.admin());
        }
        Files.delete(partial.resolve("lock"));
        return new Restored(about, manifest, rows);
    }

    /** Writes files and folders that only the operator may read. */
    private record Unpacked(Path target) implements ArchiveReader.Sink {

        @Override
        public void folder(String name) throws IOException {
            Path folder = inside(name);
            Files.createDirectories(folder);
            restrict(folder, "rwx------");
        }

        @Override
        public void file(String name, InputStream content) throws IOException {
            Path file = inside(name);
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                restrict(file, "rw-------");
                content.transferTo(Channels.newOutputStream(out));
                // PostgreSQL forces its own files at the start of a recovery.
                if (!name.startsWith(ClusterCopy.FOLDER + "/")) {
                    out.force(true);
                }
            }
        }

        private Path inside(String name) {
            Path path = target.resolve(name).normalize();
            if (!path.startsWith(target) || path.equals(target)) {
                throw new StartRefused(
                        StartRefused.DAMAGED, "Not a name of a file in a backup: " + name + "\n备份中的文件名无效。");
            }
            return path;
        }

        private static void restrict(Path path, String permissions) throws IOException {
            if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
            }
        }
    }

    private static InputStream opened(Path file) throws IOException {
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new StartRefused(StartRefused.MISSING, file + " is not there.\n文件不存在: " + file);
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> held = Files.list(folder)) {
            if (held.findAny().isPresent()) {
                throw BackupOptions.wrong(folder + " is not empty; name a new folder 目录非空,请指定新目录");
            }
        }
    }
}

package xindang.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xindang.platform.backup.store.ClusterCopy;
import xindang.platform.backup.store.Migrated;
import xindang.platform.backup.store.TableImport;
import xindang.platform.database.DataFolder;
import xindang.platform.database.DatabaseFailed;
import xindang.platform.database.Installation;
import xindang.platform.database.Maintenance;
import xindang.platform.database.StartRefused;
import xindang.platform.database.WalArchive;

/**
 * Restores a backup (恢复) into a folder beside the new one, has PostgreSQL recover it, reads all rows once, and only then
 * gives the folder its name: it is there whole or not at all.
 */
final class Restore {

    private final BackupOptions options;
    private final Map<String, String> environment;
    private final @Nullable Path cache;

    Restore(BackupOptions options, Map<String, String> environment, @Nullable Path cache) {
        this.options = options;
        this.environment = environment;
        this.cache = cache;
    }

    /**
     * What was restored.
     *
     * @param about what the backup was of
     * @param state the moment whose state it is, UTC
     * @param rows rows read to see that all of them can be
     */
    record Restored(About about, String state, long rows) {}

    /**
     * Restores.
     *
     * @throws StartRefused 64 if the folder holds something, 65 if the backup does not fit or is damaged, 66 if there is none
     */
    Restored run() throws IOException {
        requireEmpty(options.data());
        Path partial = options.data().resolveSibling(options.data().getFileName() + ".restoring");
        try (InputStream file = opened(options.file());
                var archive = new ArchiveReader(SealedFile.reader(file, options.secret()))) {
            About about = archive.about();
            Fit.require(about, Installation.isOutside(environment));
            // An earlier restore may have been killed, and its database with it or not.
            Installation.discard(partial, 0, cache);
            boolean whole = false;
            try {
                Restored restored = about.kind().equals(About.FILES)
                        ? cluster(partial, archive, about)
                        : tables(partial, archive, about);
                Files.delete(partial.resolve("lock"));
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

    private Restored cluster(Path partial, ArchiveReader archive, About about) throws IOException {
        DataFolder taken = DataFolder.take(partial, 0);
        Manifest manifest;
        List<String> settings;
        try {
            manifest = archive.files(new Unpacked(partial));
            settings = recovery(partial, manifest);
        } catch (IOException | RuntimeException e) {
            taken.close();
            throw e;
        }
        String state = manifest.state();
        try (Maintenance database = Maintenance.start(taken, settings, cache)) {
            if (!settings.isEmpty()) {
                state = database.awaitRecovery();
            }
            return new Restored(about, state, Migrated.readAll(database.admin()));
        } catch (StartRefused | DatabaseFailed e) {
            throw didNotRecover(partial, e);
        }
    }

    /** What makes PostgreSQL take more log than the backup brings; nothing if none is wanted. */
    private List<String> recovery(Path partial, Manifest manifest) throws IOException {
        Path wal = options.wal();
        if (wal == null) {
            return List.of();
        }
        Instant until = options.until();
        if (until != null && until.isBefore(Instant.parse(manifest.state()))) {
            throw BackupOptions.wrong("The backup already holds the state of " + manifest.state()
                    + "; take an earlier one 备份时间晚于所指定的时刻,请使用更早的备份");
        }
        if (!Files.isDirectory(wal)) {
            throw new StartRefused(StartRefused.MISSING, wal + " is not there.\n目录不存在: " + wal);
        }
        Files.createFile(partial.resolve(ClusterCopy.FOLDER).resolve("recovery.signal"));
        return WalArchive.recovery(wal, until);
    }

    /** What the database's own log says of it; the log goes with the folder. */
    private StartRefused didNotRecover(Path partial, Exception failed) throws IOException {
        Path log = partial.resolve("postgresql.log");
        List<String> faults = Files.exists(log)
                ? Files.readAllLines(log).stream()
                        .filter(line -> line.matches(".*(FATAL|PANIC|ERROR): .*"))
                        .toList()
                : List.of();
        if (faults.stream()
                .anyMatch(line -> line.contains("recovery ended before configured recovery target was reached"))) {
            return tooShort();
        }
        String last = faults.isEmpty() ? String.valueOf(failed.getMessage()) : faults.getLast();
        return new StartRefused(
                StartRefused.DAMAGED, "The database in the backup could not be recovered: " + last + "\n备份中的数据库无法恢复。");
    }

    private StartRefused tooShort() {
        return new StartRefused(
                StartRefused.DAMAGED,
                "The log in " + options.wal() + " ends before " + options.until()
                        + "; without --until it is taken to its end.\n" + options.wal() + " 中的日志在该时刻之前已结束;不指定 --until"
                        + " 则恢复到日志末尾。");
    }

    private Restored tables(Path partial, ArchiveReader archive, About about) throws IOException {
        if (options.wal() != null) {
            throw BackupOptions.wrong("--wal is for backups of files, this one is of tables 该备份为数据表导出,不能使用 --wal");
        }
        try (Installation target = Installation.unmigrated(partial, 0, environment, cache)) {
            if (!TableImport.isEmpty(target.owner())) {
                throw BackupOptions.wrong("The database is not empty; name an empty one 数据库非空,请指定空数据库");
            }
            try {
                target.migrate(about.migration());
                Manifest manifest = load(target, partial, archive);
                target.migrate(null);
                return new Restored(about, manifest.state(), Migrated.readAll(target.owner()));
            } catch (IOException | RuntimeException e) {
                target.unmigrate();
                throw e;
            }
        }
    }

    private static Manifest load(Installation target, Path partial, ArchiveReader archive) throws IOException {
        var files = new Unpacked(partial);
        try (var load = new TableImport(target.owner())) {
            Manifest manifest = archive.files(new ArchiveReader.Sink() {
                @Override
                public void folder(String name) throws IOException {
                    if (!load.isFolder(name)) {
                        files.folder(name);
                    }
                }

                @Override
                public void file(String name, InputStream content) throws IOException {
                    if (!load.file(name, content)) {
                        files.file(name, content);
                    }
                }
            });
            load.finish();
            return manifest;
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

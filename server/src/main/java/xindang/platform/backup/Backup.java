package xindang.platform.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xindang.platform.backup.store.ClusterCopy;
import xindang.platform.backup.store.TableExport;
import xindang.platform.database.DatabaseLogin;
import xindang.platform.database.Installation;
import xindang.platform.database.Maintenance;
import xindang.platform.database.StartRefused;

/** Makes a backup (备份): database first, then the files beside it, so that every file a row names is there. */
final class Backup {

    /** What is made anew or belongs to the running process. */
    private static final Set<String> LEFT_OUT = Set.of(
            "lock",
            "programs",
            "initial-password",
            "postgresql",
            "postgresql.new",
            "postgresql.log",
            "documents/incoming");

    private final BackupOptions options;
    private final @Nullable Path cache;
    private final Map<String, String> environment;
    private final String program;

    Backup(BackupOptions options, Map<String, String> environment, @Nullable Path cache, String program) {
        this.options = options;
        this.environment = environment;
        this.cache = cache;
        this.program = program;
    }

    /** Writes the file beside its place, and gives it its name once it is whole and on the disk. */
    Manifest run() throws IOException {
        Path file = options.file();
        if (Files.exists(file)) {
            throw BackupOptions.wrong(file + " exists; a backup overwrites nothing 已存在,备份不覆盖文件");
        }
        if (file.startsWith(options.data())) {
            throw BackupOptions.wrong("--out lies in the data folder 备份文件不能位于数据目录中");
        }
        Path partial = file.resolveSibling(file.getFileName() + ".part");
        Thread interrupted = new Thread(() -> remove(partial));
        Runtime.getRuntime().addShutdownHook(interrupted);
        try (FileChannel channel = create(partial)) {
            Manifest manifest;
            try (var out = new ArchiveWriter(SealedFile.writer(keptOpen(channel), options.secret()))) {
                manifest = write(out);
            }
            channel.force(true);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            remove(partial);
            Runtime.getRuntime().removeShutdownHook(interrupted);
        }
    }

    private Manifest write(ArchiveWriter out) throws IOException {
        if (Installation.isOutside(environment)) {
            return tables(out, Installation.outsideOwner(environment));
        }
        if (options.tables()) {
            try (Maintenance database = Maintenance.attach(options.data(), cache)) {
                return tables(out, database.admin());
            }
        }
        String state;
        try (Maintenance database = Maintenance.attach(options.data(), cache)) {
            try (var copy = new ClusterCopy(database.folder(), database.admin())) {
                out.about(copy.about(program, Instant.now()));
                state = copy.write(out);
            }
            beside(out, LEFT_OUT);
        }
        return out.finish(state);
    }

    private Manifest tables(ArchiveWriter out, DatabaseLogin login) throws IOException {
        String state;
        try (var export = new TableExport(login)) {
            out.about(export.about(program, Instant.now()));
            state = export.write(out);
        }
        // A database that takes the tables has passwords of its own.
        var leftOut = new HashSet<>(LEFT_OUT);
        leftOut.add("passwords");
        if (Files.isDirectory(options.data())) {
            beside(out, leftOut);
        }
        return out.finish(state);
    }

    private void beside(ArchiveWriter out, Set<String> leftOut) throws IOException {
        Path data = options.data();
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes kind) throws IOException {
                if (folder.equals(data)) {
                    return FileVisitResult.CONTINUE;
                }
                if (leftOut.contains(name(folder))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                out.folder(name(folder));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes kind) throws IOException {
                if (kind.isRegularFile() && !leftOut.contains(name(file))) {
                    out.file(name(file), file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    private String name(Path path) {
        return options.data().relativize(path).toString();
    }

    /** Only the operator may read it, sealed or not. */
    private static FileChannel create(Path partial) throws IOException {
        try {
            Files.deleteIfExists(partial);
            var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return Files.getFileStore(partial.getParent()).supportsFileAttributeView("posix")
                    ? FileChannel.open(
                            partial,
                            options,
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                    : FileChannel.open(partial, options);
        } catch (NoSuchFileException e) {
            throw new StartRefused(
                    StartRefused.MISSING, "The folder of " + partial + " is not there.\n目录不存在: " + partial);
        }
    }

    /** The end of the stream writes its last segment; the file stays open to be forced to the disk. */
    private static OutputStream keptOpen(FileChannel channel) {
        OutputStream out = Channels.newOutputStream(channel);
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                out.write(one);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }
        };
    }

    private static void remove(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            System.err.println("Could not remove 未能删除: " + partial);
        }
    }
}

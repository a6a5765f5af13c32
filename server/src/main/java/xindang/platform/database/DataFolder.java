package xindang.platform.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything an installation keeps (数据目录). One process has it at a time: it holds a lock of the
 * operating system on {@code lock}, which ends with the process however that ends, and writes there who it is.
 */
public final class DataFolder implements AutoCloseable {

    /** Where the text for others begins: a lock on Windows keeps them from reading the locked bytes. */
    private static final long LOCKED_BYTES = 1;

    private final Path path;
    private final RandomAccessFile file;
    private final FileLock lock;

    private DataFolder(Path path, RandomAccessFile file, FileLock lock) {
        this.path = path;
        this.file = file;
        this.lock = lock;
    }

    /**
     * Makes the folder if need be and takes it.
     *
     * @param port port the server will listen on, for the message that a second process shows
     * @throws StartRefused if another process has it
     */
    public static DataFolder take(Path path, int port) {
        try {
            Path folder = Files.createDirectories(path.toAbsolutePath().normalize());
            restrict(folder, "rwx------");
            Path lockFile = folder.resolve("lock");
            var file = new RandomAccessFile(lockFile.toFile(), "rw");
            FileLock lock = tryLock(file);
            if (lock == null) {
                String holder = holder(file);
                file.close();
                throw new StartRefused(
                        StartRefused.HELD,
                        "The data folder " + folder + " is in use: " + holder
                                + ". Stop that process or choose another --data.\n" + "数据目录 " + folder + " 正被使用("
                                + holder + ")。请停止该进程或另选 --data。");
            }
            var taken = new DataFolder(folder, file, lock);
            taken.announce(port);
            return taken;
        } catch (IOException e) {
            throw new StartRefused(
                    StartRefused.UNAVAILABLE,
                    "The data folder " + path + " cannot be used: " + e.getMessage() + "\n无法使用数据目录 " + path + "。");
        }
    }

    /** Where the folder is, absolute. */
    public Path path() {
        return path;
    }

    /** Writes the port anew, once it is known for sure. */
    public void announce(int port) throws IOException {
        file.setLength(LOCKED_BYTES);
        file.seek(LOCKED_BYTES);
        file.write(("pid " + ProcessHandle.current().pid() + ", port " + port + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** A file or folder of its own that only the operator may read. */
    static void restrict(Path path, String permissions) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private static @Nullable FileLock tryLock(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock(0, LOCKED_BYTES, false);
        } catch (OverlappingFileLockException ownProcess) {
            return null;
        }
    }

    private static String holder(RandomAccessFile file) throws IOException {
        long length = file.length() - LOCKED_BYTES;
        if (length <= 0) {
            return "another process";
        }
        byte[] text = new byte[(int) Math.min(length, 200)];
        file.seek(LOCKED_BYTES);
        file.readFully(text);
        return new String(text, StandardCharsets.UTF_8).strip();
    }

    /** Gives the folder back. Safe to call twice. */
    @Override
    public void close() {
        if (!lock.isValid()) {
            return;
        }
        try {
            file.setLength(0);
            lock.release();
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

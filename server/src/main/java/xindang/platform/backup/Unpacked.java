package xindang.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import xindang.platform.backup.store.ClusterCopy;
import xindang.platform.database.StartRefused;

/**
 * Writes files and folders of a backup (解包) that only the operator may read.
 *
 * @param target folder for all of it
 */
record Unpacked(Path target) implements ArchiveReader.Sink {

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
            throw new StartRefused(StartRefused.DAMAGED, "Not a name of a file in a backup: " + name + "\n备份中的文件名无效。");
        }
        return path;
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}

package xindang.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The PostgreSQL programs that come with the server (随附的数据库程序), unpacked once into a folder named after their content.
 */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /**
     * The folder with {@code bin}, {@code lib} and {@code share}; unpacks on first use. Unpacking goes to a folder beside it
     * that is renamed at the end, so that an interrupted or a second process never meets half of it.
     *
     * @param cache folder that keeps unpacked versions
     * @throws StartRefused if there are no programs for this machine
     */
    static Path unpacked(Path cache) throws IOException {
        String archive = archive();
        String version = PostgresBinaries.class
                .getClassLoader()
                .resources(archive)
                .findFirst()
                .map(url -> url.toString().replaceAll(".*-(\\d+(?:\\.\\d+)*)\\.jar!.*", "$1"))
                .orElseThrow(() -> new StartRefused(
                        StartRefused.UNAVAILABLE,
                        "No PostgreSQL for this machine (" + archive
                                + "); set XINDANG_DB_URL and XINDANG_DB_OWNER_URL.\n"
                                + "没有适合本机的 PostgreSQL,请设置 XINDANG_DB_URL 和 XINDANG_DB_OWNER_URL。"));
        Path folder = cache.resolve("postgresql-" + version);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        System.out.println("Unpacking PostgreSQL " + version + " 正在解压数据库程序");
        Files.createDirectories(cache);
        Path partial = Files.createTempDirectory(cache, "unpacking-");
        unpack(archive, partial);
        try {
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException lost) {
            if (!Files.isDirectory(folder)) {
                throw lost;
            }
            Programs.remove(partial);
        }
        return folder;
    }

    private static String archive() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = os.contains("linux") ? "linux" : os.contains("mac") ? "darwin" : "windows";
        return switch (System.getProperty("os.arch")) {
            case "aarch64" -> "postgres-" + system + "-arm_64.txz";
            default -> "postgres-" + system + "-x86_64.txz";
        };
    }

    private static void unpack(String archive, Path folder) throws IOException {
        InputStream resource = PostgresBinaries.class.getClassLoader().getResourceAsStream(archive);
        if (resource == null) {
            throw new IOException(archive + " is missing");
        }
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(resource)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, folder);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("archive entry outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, folder.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0) {
                DataFolder.restrict(target, "rwxr-xr-x");
            }
        }
    }
}

package xindang.platform.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import xindang.platform.database.DatabaseFailed;
import xindang.platform.database.StartRefused;

/** {@code ./xindang backup} and {@code ./xindang restore} (备份与恢复命令). */
public final class BackupCommand {

    private static final double MEGABYTE = 1_000_000;

    private BackupCommand() {}

    /** Runs one; ends with 0, or with a code and a message in both languages. */
    public static void main(String[] words) {
        System.exit(run(List.of(words), System.getenv()));
    }

    private static int run(List<String> words, Map<String, String> environment) {
        try {
            String cached = System.getProperty("xindang.cache");
            Path cache = cached == null ? null : Path.of(cached);
            BackupOptions options = BackupOptions.of(words, environment);
            if (options.restore()) {
                restored(options, new Restore(options, environment, cache).run());
            } else {
                backedUp(options, new Backup(options, environment, cache, program()).run());
            }
            return 0;
        } catch (StartRefused refused) {
            System.err.println(refused.getMessage());
            return refused.exitCode();
        } catch (DatabaseFailed e) {
            System.err.println("The database did not do it 数据库操作失败: " + e.getMessage());
            return StartRefused.READ_OR_WRITE;
        } catch (IOException | UncheckedIOException e) {
            System.err.println("Reading or writing failed 读写失败: " + e.getMessage());
            return StartRefused.READ_OR_WRITE;
        }
    }

    private static String program() {
        String version = BackupCommand.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    private static void backedUp(BackupOptions options, Manifest manifest) {
        System.out.printf(
                Locale.ROOT,
                "Backed up 已备份: %s, %.1f MB of %d files and folders 文件, %.1f MB sealed 加密后; state of 数据截至 %s%n",
                options.file(),
                manifest.bytes() / MEGABYTE,
                manifest.files().size(),
                options.file().toFile().length() / MEGABYTE,
                manifest.state());
    }

    private static void restored(BackupOptions options, Restore.Restored restored) {
        System.out.printf(
                Locale.ROOT,
                "Restored 已恢复: %s, state of 数据截至 %s, tables of version 数据表版本 %s, %d rows read 行已核读%n"
                        + "./xindang start --data %s%n",
                options.data(),
                restored.state(),
                restored.about().migration(),
                restored.rows(),
                options.data());
    }
}

package xindang.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The folder that keeps the write-ahead log (预写日志归档), so that a backup can be brought forward to any moment. Written by
 * PostgreSQL's module basic_archive, which forces each file to the disk before it gets its name (docs/adr/0082).
 */
public final class WalArchive {

    /** Environment variable that names the folder. */
    public static final String VARIABLE = "XINDANG_WAL_ARCHIVE";

    private static final String SETTING = "basic_archive.archive_directory";
    private static final Pattern RECORDED = Pattern.compile("(?m)^" + Pattern.quote(SETTING) + " = '([^']+)'$");

    /** What a shell and PostgreSQL's settings take as it is. */
    private static final Pattern PLAIN = Pattern.compile("[^'\"\\\\%$`\\p{Cntrl}]+");

    private WalArchive() {}

    /** Settings of a server that keeps its log; none if nobody wants it. */
    static List<String> settings(Map<String, String> environment, Path data) throws IOException {
        String wanted = environment.get(VARIABLE);
        return wanted == null ? List.of() : settings(usable(Path.of(wanted), data));
    }

    /** The same as at the last start, for a server that is started for a backup: a gap in the log would end it. */
    static List<String> recorded(Path data) throws IOException {
        Path file = data.resolve("postgresql/xindang.conf");
        Matcher found = RECORDED.matcher(Files.exists(file) ? Files.readString(file) : "");
        return found.find() ? settings(Path.of(found.group(1))) : List.of();
    }

    private static List<String> settings(Path folder) {
        return List.of(
                "archive_mode = on",
                "archive_library = 'basic_archive'",
                SETTING + " = '" + folder + "'",
                "archive_timeout = 60s");
    }

    /**
     * Settings of a server that takes the log from a folder until a moment, or to its end, and then goes on by itself.
     *
     * @throws StartRefused if the folder has a name that cannot be handed on
     */
    public static List<String> recovery(Path wal, @Nullable Instant until) {
        requirePlain(wal);
        String command = "restore_command = 'cp \"" + wal + "/%f\" \"%p\"'";
        return until == null
                ? List.of(command)
                // PostgreSQL knows no Z where it reads its settings.
                : List.of(
                        command,
                        "recovery_target_time = '" + until.toString().replace("Z", "+00") + "'",
                        "recovery_target_action = 'promote'");
    }

    private static Path usable(Path wanted, Path data) throws IOException {
        Path folder = wanted.toAbsolutePath().normalize();
        requirePlain(folder);
        if (folder.startsWith(data.toAbsolutePath().normalize())) {
            throw new StartRefused(
                    StartRefused.WRONG_USAGE,
                    VARIABLE + " must lie outside the data folder, best on another disk.\n" + VARIABLE
                            + " 须位于数据目录之外,最好在另一磁盘。");
        }
        Files.createDirectories(folder);
        return folder;
    }

    private static void requirePlain(Path folder) {
        if (!PLAIN.matcher(folder.toString()).matches()) {
            throw new StartRefused(
                    StartRefused.WRONG_USAGE,
                    folder + " has characters in its name that are not possible here: ' \" \\ % $ `\n目录名含有不允许的字符。");
        }
    }
}

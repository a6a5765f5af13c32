package xindang.platform.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xindang.platform.database.StartRefused;

/**
 * What backup or restore is started with (备份与恢复选项).
 *
 * @param restore whether to restore
 * @param data data folder: {@code --data}, for a backup else XINDANG_DATA, else {@code ./xindang-data}
 * @param file {@code --out} of a backup, the first word of a restore
 * @param secret what seals and opens the file
 * @param tables {@code --tables}: export tables although the database is ours
 * @param wal {@code --wal}: folder with the write-ahead log since the backup; null: the state of the backup
 * @param until {@code --until}: moment to bring a restore forward to; null: to the end of the log
 */
record BackupOptions(
        boolean restore,
        Path data,
        Path file,
        BackupSecret secret,
        boolean tables,
        @Nullable Path wal,
        @Nullable Instant until) {

    private static final Set<String> OF_BACKUP = Set.of("--data", "--out", "--passphrase-file", "--key-file");
    private static final Set<String> OF_RESTORE =
            Set.of("--data", "--passphrase-file", "--key-file", "--wal", "--until");

    /**
     * Reads the command line: {@code backup …} or {@code restore FILE …}.
     *
     * @throws StartRefused with exit code 64 if it is wrong
     */
    static BackupOptions of(List<String> words, Map<String, String> environment) throws IOException {
        boolean restore = !words.isEmpty() && words.getFirst().equals("restore");
        if (!restore && (words.isEmpty() || !words.getFirst().equals("backup"))) {
            throw wrong("backup or restore 请指定 backup 或 restore");
        }
        var given = new HashMap<String, String>();
        boolean tables = false;
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (!restore && word.equals("--tables")) {
                tables = true;
            } else if ((restore ? OF_RESTORE : OF_BACKUP).contains(word)) {
                given.put(word, value(words, ++i));
            } else if (restore && !word.startsWith("-") && !given.containsKey("")) {
                given.put("", word);
            } else {
                throw wrong("unknown option " + word + " 未知选项");
            }
        }
        String data = given.get("--data");
        if (data == null && restore) {
            throw wrong("--data DIR names the new folder 请用 --data 指定新目录");
        }
        BackupSecret secret = BackupSecret.of(path(given, "--passphrase-file"), path(given, "--key-file"), environment);
        String usual = environment.getOrDefault("XINDANG_DATA", "xindang-data");
        return new BackupOptions(
                restore,
                absolute(data == null ? usual : data),
                absolute(needed(given, restore ? "" : "--out", restore ? "FILE" : "--out FILE")),
                secret,
                tables,
                path(given, "--wal"),
                until(given));
    }

    private static @Nullable Instant until(Map<String, String> given) {
        String text = given.get("--until");
        if (text == null) {
            return null;
        }
        if (!given.containsKey("--wal")) {
            throw wrong("--until needs --wal DIR 还需要 --wal");
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw wrong("--until is a moment such as 2026-01-02T10:00:00+08:00 时刻格式有误");
        }
    }

    private static String needed(Map<String, String> given, String key, String name) {
        String value = given.get(key);
        if (value == null) {
            throw wrong(name + " is needed 缺少 " + name);
        }
        return value;
    }

    private static @Nullable Path path(Map<String, String> given, String key) {
        String value = given.get(key);
        return value == null ? null : absolute(value);
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }

    private static String value(List<String> words, int index) {
        if (index >= words.size()) {
            throw wrong(words.get(index - 1) + " needs a value 缺少值");
        }
        return words.get(index);
    }

    static StartRefused wrong(String what) {
        return new StartRefused(StartRefused.WRONG_USAGE, what + "\n./xindang help");
    }
}

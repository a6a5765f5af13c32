package xindang.platform.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xindang.platform.database.StartRefused;

/** What seals and opens a backup (备份口令或密钥). It never stands on the command line, where other users of the machine see it. */
final class BackupSecret {

    /** Environment variable with the passphrase. */
    static final String VARIABLE = "XINDANG_BACKUP_PASSPHRASE";

    /** Length of a key. */
    static final int KEY_BYTES = 32;

    /** As the passwords of people with rights: what is shorter is guessed. */
    private static final int SHORTEST_PASSPHRASE = 12;

    private final boolean isKey;
    private final byte[] bytes;

    private BackupSecret(boolean isKey, byte[] bytes) {
        this.isKey = isKey;
        this.bytes = bytes;
    }

    /**
     * Reads it from where the operator says.
     *
     * @throws StartRefused if there is none, or if it is too weak
     */
    static BackupSecret of(@Nullable Path passphraseFile, @Nullable Path keyFile, Map<String, String> environment)
            throws IOException {
        if (keyFile != null) {
            return key(read(keyFile));
        }
        String passphrase = passphraseFile == null ? environment.get(VARIABLE) : read(passphraseFile);
        if (passphrase == null) {
            throw refused(
                    "A backup is sealed: give --passphrase-file FILE, or --key-file FILE, or set " + VARIABLE + ".",
                    "备份须加密:请用 --passphrase-file 或 --key-file 指定文件,或设置 " + VARIABLE + "。");
        }
        if (passphrase.codePointCount(0, passphrase.length()) < SHORTEST_PASSPHRASE) {
            throw refused(
                    "The passphrase has fewer than " + SHORTEST_PASSPHRASE + " characters.",
                    "口令少于 " + SHORTEST_PASSPHRASE + " 个字符。");
        }
        return new BackupSecret(false, passphrase.getBytes(StandardCharsets.UTF_8));
    }

    private static BackupSecret key(String text) {
        if (!text.matches("[0-9a-fA-F]{" + 2 * KEY_BYTES + "}")) {
            throw refused(
                    "The key file must hold " + 2 * KEY_BYTES + " hexadecimal digits and nothing else.",
                    "密钥文件应只含 " + 2 * KEY_BYTES + " 位十六进制数字。");
        }
        return new BackupSecret(true, HexFormat.of().parseHex(text));
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (NoSuchFileException e) {
            throw new StartRefused(StartRefused.MISSING, file + " is not there.\n文件不存在: " + file);
        }
    }

    private static StartRefused refused(String english, String chinese) {
        return new StartRefused(StartRefused.WRONG_USAGE, english + "\n" + chinese);
    }

    /** Whether it is a key of {@value #KEY_BYTES} bytes; else a passphrase, from which a key is derived. */
    boolean isKey() {
        return isKey;
    }

    /** The key, or the passphrase in UTF-8. */
    byte[] bytes() {
        return bytes.clone();
    }

    /** Never shows itself. */
    @Override
    public String toString() {
        return "BackupSecret";
    }
}

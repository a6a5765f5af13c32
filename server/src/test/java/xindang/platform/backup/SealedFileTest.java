package xindang.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.platform.database.StartRefused;

class SealedFileTest {

    private static final int SEGMENT = 1 << 20;
    private static final int HEAD = 52;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, SEGMENT - 100, SEGMENT, 3 * SEGMENT + 17})
    void what_was_sealed_is_opened_by_its_secret_only(int length) throws IOException {
        byte[] content = content(length);
        byte[] sealed = sealed(content, passphrase("the right passphrase"));
        assertThat(opened(sealed, passphrase("the right passphrase"))).isEqualTo(content);
        assertRefused(sealed, passphrase("another passphrase"), "passphrase or key is not that of this backup");
        assertRefused(sealed, key('a'), "sealed with a passphrase");
    }

    @Test
    void a_key_file_does_the_same() throws IOException {
        byte[] content = content(SEGMENT + 5);
        byte[] sealed = sealed(content, key('a'));
        assertThat(opened(sealed, key('a'))).isEqualTo(content);
        assertRefused(sealed, key('b'), "passphrase or key is not that of this backup");
        assertRefused(sealed, passphrase("the right passphrase"), "sealed with a key file");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            where,                 byte
            word at the beginning, 0
            version,               8
            kind,                  9
            lanes,                 10
            passes,                15
            memory,                17
            salt,                  21
            check,                 40
            salt of the stream,    54
            first segment,         500
            second segment,        1100000
            last segment,          2200000
            last byte,             -1""")
    void one_changed_byte_is_noticed(String where, int at) throws IOException {
        byte[] sealed = sealed(content(2 * SEGMENT + 200_000), key('a'));
        sealed[at < 0 ? sealed.length - 1 : at] ^= 1;
        assertThatThrownBy(() -> opened(sealed, key('a')))
                .as(where)
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.exitCode()).isEqualTo(65));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, HEAD, HEAD + 40, SEGMENT, 2 * SEGMENT, 2 * SEGMENT + HEAD})
    void what_is_cut_off_is_noticed(int length) throws IOException {
        byte[] sealed = sealed(content(2 * SEGMENT + 200_000), key('a'));
        assertThatThrownBy(() -> opened(Arrays.copyOf(sealed, length), key('a')))
                .isInstanceOf(StartRefused.class);
        assertThatThrownBy(() -> opened(Arrays.copyOf(sealed, sealed.length - 1), key('a')))
                .isInstanceOf(StartRefused.class);
        assertThatThrownBy(() -> opened(Arrays.copyOf(sealed, sealed.length + 1), key('a')))
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void segments_in_another_order_are_noticed() throws IOException {
        byte[] sealed = sealed(content(4 * SEGMENT), key('a'));
        byte[] changed = sealed.clone();
        System.arraycopy(sealed, HEAD + SEGMENT, changed, HEAD + 2 * SEGMENT, SEGMENT);
        System.arraycopy(sealed, HEAD + 2 * SEGMENT, changed, HEAD + SEGMENT, SEGMENT);
        assertRefused(changed, key('a'), "damaged");
    }

    private static void assertRefused(byte[] sealed, BackupSecret secret, String text) {
        assertThatThrownBy(() -> opened(sealed, secret))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(text);
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(7).nextBytes(content);
        return content;
    }

    private static byte[] sealed(byte[] content, BackupSecret secret) throws IOException {
        var sealed = new ByteArrayOutputStream();
        try (OutputStream out = SealedFile.writer(sealed, secret)) {
            out.write(content);
        }
        return sealed.toByteArray();
    }

    private static byte[] opened(byte[] sealed, BackupSecret secret) throws IOException {
        try (InputStream in = SealedFile.reader(new ByteArrayInputStream(sealed), secret)) {
            return in.readAllBytes();
        }
    }

    private static BackupSecret passphrase(String words) throws IOException {
        return BackupSecret.of(null, null, Map.of(BackupSecret.VARIABLE, words));
    }

    private BackupSecret key(char digit) throws IOException {
        Path file = folder.resolve("key");
        Files.writeString(file, String.valueOf(digit).repeat(64) + "\n");
        return BackupSecret.of(null, file, Map.of());
    }
}

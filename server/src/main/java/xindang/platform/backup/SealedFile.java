package xindang.platform.backup;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import xindang.platform.database.StartRefused;

/**
 * The envelope of a backup (备份加密格式): a head in clear text, then a stream of segments of 1 MiB, each encrypted and
 * authenticated with AES-256-GCM. A segment knows its place and whether it is the last, and all of them the head: a changed,
 * moved, missing or added byte anywhere is noticed. The stream is Tink's AES-GCM-HKDF, after Hoang, Reyhanitabar, Rogaway and
 * Vizár, "Online authenticated-encryption and its nonce-reuse misuse-resistance" (construction STREAM).
 *
 * <p>Head, 52 bytes, numbers big-endian: {@code XDBACKUP}, version, 1 for a passphrase or 2 for a key, lanes, 0, passes (4),
 * memory in KiB (4), salt (16), check (16). The key is derived from a passphrase by Argon2id, with the second choice of
 * RFC 9106 section 4. The check is derived from key and head: it tells a wrong passphrase from a damaged file.
 */
final class SealedFile {

    private static final byte[] MAGIC = "XDBACKUP".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;
    private static final byte BY_PASSPHRASE = 1;
    private static final byte BY_KEY = 2;
    private static final int LANES = 4;
    private static final int PASSES = 3;
    private static final int MEMORY_KIB = 64 * 1024;
    private static final int SALT_BYTES = 16;
    private static final int CHECK_BYTES = 16;
    private static final int HEAD_BYTES = MAGIC.length + 4 + 4 + 4 + SALT_BYTES + CHECK_BYTES;
    private static final int SEGMENT_BYTES = 1 << 20;

    /** What a head may ask for before the key is known: a forged one must not take all memory or time. */
    private static final int MOST_PASSES = 16;

    private static final int MOST_MEMORY_KIB = 256 * 1024;
    private static final int MOST_LANES = 16;

    private SealedFile() {}

    /** A stream that seals what is written to it; it is whole once it has been closed. */
    static OutputStream writer(OutputStream out, BackupSecret secret) throws IOException {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES)
                .put(MAGIC)
                .put(VERSION)
                .put(secret.isKey() ? BY_KEY : BY_PASSPHRASE)
                .put((byte) LANES)
                .put((byte) 0)
                .putInt(PASSES)
                .putInt(MEMORY_KIB)
                .put(salt);
        try {
            byte[] key = key(secret, salt, PASSES, MEMORY_KIB, LANES);
            head.put(check(key, head.array()));
            out.write(head.array());
            return stream(key).newEncryptingStream(out, head.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A stream of what was sealed. It gives out nothing that is not authentic, and ends only at the true end.
     *
     * @throws StartRefused with exit code 65 if this is no backup, if the secret is not the right one, or while reading if the
     *     file is damaged
     */
    static InputStream reader(InputStream in, BackupSecret secret) throws IOException {
        byte[] bytes = head(in);
        requireOurs(bytes, secret);
        ByteBuffer head = ByteBuffer.wrap(bytes).position(MAGIC.length + 2);
        int lanes = head.get();
        head.get();
        int passes = head.getInt();
        int memory = head.getInt();
        if (passes < 1 || passes > MOST_PASSES || lanes < 1 || lanes > MOST_LANES) {
            throw damaged();
        }
        if (memory > MOST_MEMORY_KIB || memory < 8 * lanes) {
            throw damaged();
        }
        byte[] salt = new byte[SALT_BYTES];
        head.get(salt);
        try {
            byte[] key = key(secret, salt, passes, memory, lanes);
            byte[] check = Arrays.copyOfRange(bytes, HEAD_BYTES - CHECK_BYTES, HEAD_BYTES);
            if (!MessageDigest.isEqual(check, check(key, bytes))) {
                throw refused(
                        "The passphrase or key is not that of this backup, or the head of the file was altered.",
                        "口令或密钥与该备份不符,或文件头已被改动。");
            }
            InputStream disk = new Failing(in, UncheckedIOException::new);
            return new Failing(stream(key).newDecryptingStream(disk, bytes), _ -> damaged());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void requireOurs(byte[] head, BackupSecret secret) {
        if (!Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw refused("This is no backup of Xindang.", "这不是信档的备份文件。");
        }
        if (head[MAGIC.length] != VERSION) {
            throw refused("The backup was made by a newer program.", "备份由更新版本的程序生成。");
        }
        if (head[MAGIC.length + 1] != (secret.isKey() ? BY_KEY : BY_PASSPHRASE)) {
            throw secret.isKey()
                    ? refused("The backup was sealed with a passphrase, not a key file.", "该备份以口令加密,而非密钥文件。")
                    : refused("The backup was sealed with a key file, not a passphrase.", "该备份以密钥文件加密,而非口令。");
        }
    }

    private static byte[] head(InputStream in) throws IOException {
        byte[] head = new byte[HEAD_BYTES];
        try {
            new DataInputStream(in).readFully(head);
        } catch (EOFException e) {
            throw refused("This is no backup of Xindang: it is too short.", "这不是信档的备份文件:过短。");
        }
        return head;
    }

    private static byte[] key(BackupSecret secret, byte[] salt, int passes, int memory, int lanes) {
        if (secret.isKey()) {
            return secret.bytes();
        }
        var argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withIterations(passes)
                .withMemoryAsKB(memory)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] key = new byte[BackupSecret.KEY_BYTES];
        argon.generateBytes(secret.bytes(), key);
        return key;
    }

    private static byte[] check(byte[] key, byte[] head) throws GeneralSecurityException {
        byte[] about = Arrays.copyOf(head, HEAD_BYTES - CHECK_BYTES);
        return derive(key, "check", about, CHECK_BYTES);
    }

    private static AesGcmHkdfStreaming stream(byte[] key) throws GeneralSecurityException {
        byte[] own = derive(key, "stream", new byte[0], BackupSecret.KEY_BYTES);
        return new AesGcmHkdfStreaming(own, "HmacSha256", BackupSecret.KEY_BYTES, SEGMENT_BYTES, 0);
    }

    /** Two uses of one key get a key each. */
    private static byte[] derive(byte[] key, String use, byte[] about, int bytes) throws GeneralSecurityException {
        byte[] word = ("xindang backup " + use).getBytes(StandardCharsets.US_ASCII);
        byte[] info = ByteBuffer.allocate(word.length + about.length)
                .put(word)
                .put(about)
                .array();
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract().addIKM(key).thenExpand(info, bytes));
    }

    private static StartRefused damaged() {
        return refused("The backup is damaged: it was altered or is not whole.", "备份已损坏:内容被改动或不完整。");
    }

    private static StartRefused refused(String english, String chinese) {
        return new StartRefused(StartRefused.DAMAGED, english + "\n" + chinese);
    }

    /** A stream whose failures are of another kind: a disk that cannot be read is no damaged backup. */
    private static final class Failing extends FilterInputStream {

        private final Function<IOException, RuntimeException> kind;

        Failing(InputStream in, Function<IOException, RuntimeException> kind) {
            super(in);
            this.kind = kind;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            try {
                return in.read(bytes, from, length);
            } catch (IOException e) {
                throw kind.apply(e);
            }
        }
    }
}

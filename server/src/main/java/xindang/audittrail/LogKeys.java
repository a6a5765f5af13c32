package xindang.audittrail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import xindang.audittrail.store.LogStore;
import xindang.platform.database.Installation;
import xindang.platform.database.StartRefused;
import xindang.proof.checkpoint.KeyFormatException;
import xindang.proof.checkpoint.SignedCheckpoint;
import xindang.proof.checkpoint.SigningKey;
import xindang.proof.checkpoint.VerifyingKey;
import xindang.proof.tree.HashFunction;

/**
 * The key that signs the log (日志签名密钥): a file of the data folder that only its owner reads, made at the first start. It is
 * not in the database, so that whoever rules the database alone cannot sign another history.
 */
@Component
public class LogKeys {

    private static final String PRIVATE = "signing-key.pem";
    private static final String PUBLIC = "public-key.pem";

    private final SigningKey key;

    LogKeys(Installation installation, LogStore store, @Value("${xindang.log-signature:}") String wanted) {
        this.key = load(installation.folder("log"), store.newestOfJobs(), wanted.strip());
    }

    /** Whether the key is the one that a checkpoint was signed with. */
    boolean signed(SignedCheckpoint checkpoint) {
        return checkpoint.isSignedBy(key.verifyingKey());
    }

    /** The function of all hashes of the log. */
    public HashFunction function() {
        return LogSignature.of(key).function();
    }

    SigningKey signing() {
        return key;
    }

    /** The public half, for everybody. */
    public VerifyingKey verifying() {
        return key.verifyingKey();
    }

    private static SigningKey load(Path folder, Optional<SignedCheckpoint> newest, String wanted) {
        Path file = folder.resolve(PRIVATE);
        LogSignature first = wanted.isEmpty()
                ? LogSignature.ED25519
                : LogSignature.named(wanted).orElseThrow(() -> unknown(wanted));
        try {
            if (!Files.exists(file)) {
                // A log that begins has no key yet; one that goes on is signed with its own.
                newest.ifPresent(_ -> {
                    throw foreign(file);
                });
                make(folder, file, first);
            }
            SigningKey key = SigningKey.readPem(Files.readString(file));
            newest.filter(one -> !one.isSignedBy(key.verifyingKey())).ifPresent(_ -> {
                throw foreign(file);
            });
            if (!wanted.isEmpty() && LogSignature.of(key) != first) {
                throw begunWith(LogSignature.of(key));
            }
            Files.writeString(folder.resolve(PUBLIC), key.verifyingKey().pem());
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (KeyFormatException e) {
            throw foreign(file);
        }
    }

    private static StartRefused foreign(Path file) {
        return new StartRefused(
                StartRefused.MISSING,
                file
                        + " is not the key that signs the log of this installation. Bring it from the data folder of another server"
                        + " on this database, or from a backup.\n" + file
                        + " 不是本系统日志的签名密钥。请从使用同一数据库的另一台服务器的数据目录或从备份中取回。");
    }

    private static StartRefused unknown(String wanted) {
        return new StartRefused(
                StartRefused.WRONG_USAGE,
                "XINDANG_LOG_SIGNATURE is \"" + wanted + "\"; it may be one of: " + LogSignature.words()
                        + "\nXINDANG_LOG_SIGNATURE 的取值无效，可选：" + LogSignature.words());
    }

    private static StartRefused begunWith(LogSignature kept) {
        return new StartRefused(
                StartRefused.WRONG_USAGE,
                "The log of this installation began with " + kept.word()
                        + " and keeps it. Take XINDANG_LOG_SIGNATURE back." + "\n本系统的日志从一开始就使用 " + kept.word()
                        + "，不能更换。请取消 XINDANG_LOG_SIGNATURE 设置。");
    }

    private static void make(Path folder, Path file, LogSignature signature) throws IOException {
        Path fresh = Files.createTempFile(
                folder,
                "key",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                fresh,
                SigningKey.generate(signature.algorithm(), new SecureRandom()).pem());
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            Files.delete(fresh);
        }
    }
}

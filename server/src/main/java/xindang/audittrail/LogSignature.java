package xindang.audittrail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import xindang.proof.checkpoint.SignatureAlgorithm;
import xindang.proof.checkpoint.SigningKey;
import xindang.proof.tree.HashFunction;

/** How a log is signed and hashed (日志算法), for its whole life; the kind of its key says which it is. */
enum LogSignature {
    /** Ed25519 over a tree of SHA-256. */
    ED25519(SignatureAlgorithm.ED25519, HashFunction.SHA_256),
    /** SM2 over a tree of SM3 (国密): GB/T 32918 and GB/T 32905. */
    SM2(SignatureAlgorithm.SM2, HashFunction.SM3);

    private final SignatureAlgorithm algorithm;
    private final HashFunction function;

    LogSignature(SignatureAlgorithm algorithm, HashFunction function) {
        this.algorithm = algorithm;
        this.function = function;
    }

    /** The one that an operator names; empty if there is none of that name. */
    static Optional<LogSignature> named(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** The one of a key. */
    static LogSignature of(SigningKey key) {
        return switch (key.algorithm()) {
            case ED25519 -> ED25519;
            case SM2 -> SM2;
        };
    }

    /** All names, for a message. */
    static String words() {
        return Arrays.stream(values()).map(LogSignature::word).collect(Collectors.joining(", "));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    SignatureAlgorithm algorithm() {
        return algorithm;
    }

    HashFunction function() {
        return function;
    }
}

package xindang.proof.checkpoint;

/** How checkpoints are signed (签名算法). */
public enum SignatureAlgorithm {
    /** Ed25519 (RFC 8032), the default. */
    ED25519,
    /** SM2 with SM3 (GB/T 32918) over the curve sm2p256v1, user id {@code 1234567812345678}. */
    SM2
}

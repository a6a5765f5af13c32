package xindang.proof.checkpoint;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 by the JDK. */
final class Ed25519VerifyingKey implements VerifyingKey {

    private static final int KEY_BYTES = 32;

    /** The type byte of C2SP signed-note. */
    private static final byte TYPE = 1;

    /** What stands before the 32 bytes in SubjectPublicKeyInfo (RFC 8410): the whole form has one length only. */
    private static final byte[] HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private final byte[] raw;
    private final PublicKey key;

    private Ed25519VerifyingKey(byte[] raw, PublicKey key) {
        this.raw = raw;
        this.key = key;
    }

    static Ed25519VerifyingKey ofRaw(byte[] raw) throws KeyFormatException {
        byte[] der = Arrays.copyOf(HEAD, HEAD.length + KEY_BYTES);
        System.arraycopy(raw, 0, der, HEAD.length, KEY_BYTES);
        return read(der);
    }

    static Ed25519VerifyingKey read(byte[] der) throws KeyFormatException {
        if (der.length != HEAD.length + KEY_BYTES || !Arrays.equals(der, 0, HEAD.length, HEAD, 0, HEAD.length)) {
            throw new KeyFormatException("neither an Ed25519 nor an SM2 public key in X.509 form");
        }
        try {
            PublicKey key =
                    KeyFactory.getInstance(Ed25519SigningKey.ALGORITHM).generatePublic(new X509EncodedKeySpec(der));
            return new Ed25519VerifyingKey(Arrays.copyOfRange(der, HEAD.length, der.length), key);
        } catch (GeneralSecurityException e) {
            throw new KeyFormatException("no point of the curve in the Ed25519 public key");
        }
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.ED25519;
    }

    @Override
    public String pem() {
        return Pem.text(Pem.PUBLIC, key.getEncoded());
    }

    @Override
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(Ed25519SigningKey.ALGORITHM);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot verify", e);
        }
    }

    @Override
    public byte[] typed() {
        byte[] typed = new byte[1 + KEY_BYTES];
        typed[0] = TYPE;
        System.arraycopy(raw, 0, typed, 1, KEY_BYTES);
        return typed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ed25519VerifyingKey that && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }
}

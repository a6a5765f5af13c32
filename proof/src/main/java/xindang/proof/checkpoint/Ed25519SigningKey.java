package xindang.proof.checkpoint;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/** Ed25519 by the JDK. */
final class Ed25519SigningKey implements SigningKey {

    static final String ALGORITHM = "Ed25519";

    private final PrivateKey key;
    private final Ed25519VerifyingKey verifyingKey;

    private Ed25519SigningKey(PrivateKey key, Ed25519VerifyingKey verifyingKey) {
        this.key = key;
        this.verifyingKey = verifyingKey;
    }

    static Ed25519SigningKey generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(255, random);
            return read(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException | KeyFormatException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    static Ed25519SigningKey read(byte[] der) throws KeyFormatException {
        try {
            PrivateKey key = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der));
            // The JDK cannot calculate the public half of a stored key.
            if (PrivateKeyFactory.createKey(der) instanceof Ed25519PrivateKeyParameters parameters) {
                return new Ed25519SigningKey(
                        key,
                        Ed25519VerifyingKey.ofRaw(parameters.generatePublicKey().getEncoded()));
            }
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw new KeyFormatException("neither an Ed25519 nor an SM2 private key in PKCS#8");
        }
        throw new KeyFormatException("neither an Ed25519 nor an SM2 private key in PKCS#8");
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.ED25519;
    }

    @Override
    public String pem() {
        return Pem.text(Pem.PRIVATE, key.getEncoded());
    }

    @Override
    public VerifyingKey verifyingKey() {
        return verifyingKey;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }
}

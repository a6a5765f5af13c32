package xindang.proof.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** SM2 with SM3 by Bouncy Castle. */
final class Sm2VerifyingKey implements VerifyingKey {

    /** A signature without a type byte of its own is named by this byte and a long identifier (C2SP signed-note). */
    private static final int TYPE = 0xff;

    private static final String IDENTIFIER = "xindang/sm2-with-sm3/1";

    private final ECPublicKeyParameters key;

    Sm2VerifyingKey(ECPublicKeyParameters key) {
        this.key = key;
    }

    static Sm2VerifyingKey read(byte[] der) throws KeyFormatException {
        try {
            Sm2Keys.requireCurve(SubjectPublicKeyInfo.getInstance(der).getAlgorithm());
            if (PublicKeyFactory.createKey(der) instanceof ECPublicKeyParameters parameters) {
                return new Sm2VerifyingKey(new ECPublicKeyParameters(parameters.getQ(), Sm2Keys.CURVE));
            }
        } catch (IOException | RuntimeException e) {
            throw new KeyFormatException("not an SM2 public key in X.509 form");
        }
        throw new KeyFormatException("not an SM2 public key in X.509 form");
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.SM2;
    }

    @Override
    public String pem() {
        try {
            return Pem.text(
                    Pem.PUBLIC,
                    SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key).getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("cannot encode a key", e);
        }
    }

    @Override
    public boolean verifies(byte[] message, byte[] signature) {
        var verifier = new SM2Signer();
        verifier.init(false, key);
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }

    @Override
    public byte[] typed() {
        var typed = new ByteArrayOutputStream();
        typed.write(TYPE);
        typed.writeBytes(IDENTIFIER.getBytes(StandardCharsets.US_ASCII));
        typed.writeBytes(key.getQ().getEncoded(false));
        return typed.toByteArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sm2VerifyingKey that && key.getQ().equals(that.key.getQ());
    }

    @Override
    public int hashCode() {
        return key.getQ().hashCode();
    }
}

package xindang.proof.checkpoint;

import java.io.IOException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** SM2 with SM3 by Bouncy Castle. */
final class Sm2SigningKey implements SigningKey {

    private final ECPrivateKeyParameters key;
    private final SecureRandom random;

    private Sm2SigningKey(ECPrivateKeyParameters key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    static Sm2SigningKey generate(SecureRandom random) {
        var generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(Sm2Keys.CURVE, random));
        return new Sm2SigningKey(
                (ECPrivateKeyParameters) generator.generateKeyPair().getPrivate(), random);
    }

    static Sm2SigningKey read(byte[] der) throws KeyFormatException {
        try {
            Sm2Keys.requireCurve(PrivateKeyInfo.getInstance(der).getPrivateKeyAlgorithm());
            if (PrivateKeyFactory.createKey(der) instanceof ECPrivateKeyParameters parameters) {
                return new Sm2SigningKey(
                        new ECPrivateKeyParameters(parameters.getD(), Sm2Keys.CURVE), new SecureRandom());
            }
        } catch (IOException | RuntimeException e) {
            throw new KeyFormatException("not an SM2 private key in PKCS#8");
        }
        throw new KeyFormatException("not an SM2 private key in PKCS#8");
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.SM2;
    }

    @Override
    public String pem() {
        try {
            return Pem.text(
                    Pem.PRIVATE, PrivateKeyInfoFactory.createPrivateKeyInfo(key).getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("cannot encode a key", e);
        }
    }

    @Override
    public VerifyingKey verifyingKey() {
        var point = new FixedPointCombMultiplier().multiply(Sm2Keys.CURVE.getG(), key.getD());
        return new Sm2VerifyingKey(new ECPublicKeyParameters(point, Sm2Keys.CURVE));
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            var signer = new SM2Signer();
            signer.init(true, new ParametersWithRandom(key, random));
            signer.update(message, 0, message.length);
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }
}

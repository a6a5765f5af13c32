package xindang.proof.checkpoint;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;

/** What both halves of an SM2 key share. */
final class Sm2Keys {

    static final ECNamedDomainParameters CURVE = new ECNamedDomainParameters(
            GMObjectIdentifiers.sm2p256v1, GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1));

    private Sm2Keys() {}

    static boolean isEllipticCurvePrivate(byte[] der) {
        try {
            return isEllipticCurve(PrivateKeyInfo.getInstance(der).getPrivateKeyAlgorithm());
        } catch (RuntimeException malformed) {
            return false;
        }
    }

    static boolean isEllipticCurvePublic(byte[] der) {
        try {
            return isEllipticCurve(SubjectPublicKeyInfo.getInstance(der).getAlgorithm());
        } catch (RuntimeException malformed) {
            return false;
        }
    }

    /** Refuses other curves, and curves spelt out, which could be any. */
    static void requireCurve(AlgorithmIdentifier algorithm) throws KeyFormatException {
        if (!(algorithm.getParameters() instanceof ASN1ObjectIdentifier curve)
                || !curve.equals(GMObjectIdentifiers.sm2p256v1)) {
            throw new KeyFormatException("an elliptic curve other than sm2p256v1");
        }
    }

    private static boolean isEllipticCurve(AlgorithmIdentifier algorithm) {
        return algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey);
    }
}

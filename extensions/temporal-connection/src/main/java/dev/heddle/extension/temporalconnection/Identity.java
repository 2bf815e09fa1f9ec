package dev.heddle.extension.temporalconnection;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/** The client's certificate, those that have signed it, and the key. */
record Identity(List<X509Certificate> chain, PrivateKey key) {
    private static final byte[] PROBE = "heddle".getBytes(StandardCharsets.US_ASCII);

    /**
     * Reads both.
     *
     * @throws IllegalArgumentException if they are not in order, or of different pairs, as while a new pair is written
     */
    static Identity read(Secret certificate, Secret key) {
        Identity identity = new Identity(Pem.certificates(certificate), Pem.key(key));
        if (!identity.fits()) {
            throw new IllegalArgumentException(key + " is not the key of " + certificate + "; put a pair there");
        }
        return identity;
    }

    private boolean fits() {
        PublicKey shown = chain.get(0).getPublicKey();
        String algorithm = key.getAlgorithm();
        try {
            Signature signature = Signature.getInstance(
                    algorithm.equals("RSA") ? "SHA256withRSA" : algorithm.equals("EC") ? "SHA256withECDSA" : "Ed25519");
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(shown);
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException ofAnotherKind) {
            return false;
        }
    }

    X509Certificate[] certificates() {
        return chain.toArray(X509Certificate[]::new);
    }
}

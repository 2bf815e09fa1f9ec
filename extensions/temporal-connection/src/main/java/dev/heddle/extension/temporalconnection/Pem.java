package dev.heddle.extension.temporalconnection;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and keys in PEM. What is wrong with one says nothing of what is in it. */
final class Pem {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final String[] ALGORITHMS = {"RSA", "EC", "Ed25519"};

    private Pem() {}

    static List<X509Certificate> certificates(Secret source) {
        try {
            List<X509Certificate> certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(source.read().getBytes(StandardCharsets.ISO_8859_1)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (!certificates.isEmpty()) {
                return certificates;
            }
        } catch (CertificateException malformed) {
            // As if there were none.
        }
        throw new IllegalArgumentException(source + " has no certificate in PEM; put one there");
    }

    static PrivateKey key(Secret source) {
        String text = source.read();
        Matcher matcher = KEY.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException(source
                    + (text.contains("PRIVATE KEY-----")
                            ? " has a key in another form; run openssl pkcs8 -topk8 -nocrypt"
                            : " has no private key in PEM; put one there"));
        }
        byte[] encoded;
        try {
            encoded = Base64.getMimeDecoder().decode(matcher.group(1));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(source + " has no private key in PEM; put one there");
        }
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (GeneralSecurityException another) {
                // Of another algorithm, perhaps.
            }
        }
        throw new IllegalArgumentException(
                source + " has a private key of an unknown algorithm; use RSA, EC or Ed25519");
    }
}

package dev.heddle.agent.assemble.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Reads certificates of a file in PEM, or of a keystore as far as that needs no password. */
final class CertificateFile {
    private CertificateFile() {}

    static Collection<? extends Certificate> read(byte[] file) throws IOException, GeneralSecurityException {
        if (new String(file, StandardCharsets.ISO_8859_1).contains("-----BEGIN CERTIFICATE-----")) {
            return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(file));
        }
        // Reads both kinds that keytool writes.
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(new ByteArrayInputStream(file), null);
        List<Certificate> certificates = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isCertificateEntry(alias)) {
                certificates.add(store.getCertificate(alias));
            }
        }
        return certificates;
    }
}

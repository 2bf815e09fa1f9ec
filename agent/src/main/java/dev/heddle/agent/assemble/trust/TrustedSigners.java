package dev.heddle.agent.assemble.trust;

import dev.heddle.agent.settings.AgentSetting;
import java.io.File;
import java.io.IOException;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.Timestamp;
import java.security.cert.CertPathValidator;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whose signatures an operator trusts: the setting {@code heddle.extensions.signers}, a file of certificates, of the
 * signers themselves or of those that certify them. Chains are the JDK's to judge. Revocation is not asked for, which
 * would need the network.
 */
final class TrustedSigners {
    static final AgentSetting SETTING = AgentSetting.EXTENSIONS_SIGNERS;
    private static final String ANY_PURPOSE = "2.5.29.37.0";
    private static final String SIGNING_CODE = "1.3.6.1.5.5.7.3.3";
    private static final String TELLING_TIME = "1.3.6.1.5.5.7.3.8";

    private final String file;
    private final Set<Certificate> trusted;

    private TrustedSigners(String file, Collection<? extends Certificate> trusted) {
        this.file = file;
        this.trusted = new HashSet<>(trusted);
    }

    /** Whom the operator trusts. */
    static TrustedSigners of(String file, FileRights rights) throws UntrustedException {
        try (CheckedFile open = CheckedFile.open(new File(file), rights)) {
            TrustedSigners signers =
                    new TrustedSigners(file, CertificateFile.read(open.content().readAllBytes()));
            if (signers.trusted.isEmpty()) {
                throw new IOException("it has no certificate that can be read without a password");
            }
            return signers;
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new UntrustedException(SETTING + " names " + file + ", which cannot be used (" + unreadable
                    + "), so that nobody is trusted; give it certificates in PEM, as keytool -exportcert -rfc does");
        }
    }

    /** In words for an operator. */
    @Override
    public String toString() {
        return file + " (" + SETTING + ')';
    }

    boolean trust(CodeSigner signer) {
        return trust(signer.getSignerCertPath().getCertificates(), SIGNING_CODE, time(signer));
    }

    /** When it was signed, if somebody says so who is trusted too, else now. */
    private Date time(CodeSigner signer) {
        Timestamp timestamp = signer.getTimestamp();
        return timestamp != null
                        && trust(
                                timestamp.getSignerCertPath().getCertificates(), TELLING_TIME, timestamp.getTimestamp())
                ? timestamp.getTimestamp()
                : new Date();
    }

    private boolean trust(List<? extends Certificate> chain, String purpose, Date time) {
        try {
            X509Certificate signer = (X509Certificate) chain.get(0);
            signer.checkValidity(time);
            return mayDo(signer, purpose) && (trusted.contains(signer) || isCertified(chain, time));
        } catch (GeneralSecurityException notTrusted) {
            return false;
        }
    }

    private static boolean mayDo(X509Certificate signer, String purpose) throws CertificateParsingException {
        boolean[] usage = signer.getKeyUsage();
        List<String> purposes = signer.getExtendedKeyUsage();
        return (usage == null || usage[0])
                && (purposes == null || purposes.contains(purpose) || purposes.contains(ANY_PURPOSE));
    }

    private boolean isCertified(List<? extends Certificate> chain, Date time) throws GeneralSecurityException {
        int length = 1;
        while (length < chain.size() && !trusted.contains(chain.get(length))) {
            length++;
        }
        Set<TrustAnchor> anchors = new HashSet<>();
        for (Certificate each : trusted) {
            anchors.add(new TrustAnchor((X509Certificate) each, null));
        }
        PKIXParameters parameters = new PKIXParameters(anchors);
        parameters.setRevocationEnabled(false);
        parameters.setDate(time);
        CertPathValidator.getInstance("PKIX")
                .validate(
                        CertificateFactory.getInstance("X.509").generateCertPath(chain.subList(0, length)), parameters);
        return true;
    }
}

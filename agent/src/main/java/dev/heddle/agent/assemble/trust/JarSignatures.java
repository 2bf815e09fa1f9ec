package dev.heddle.agent.assemble.trust;

import java.io.IOException;
import java.io.InputStream;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** Checks by the JDK's own means that everything in a JAR is signed by somebody trusted. */
final class JarSignatures {
    /** Of what signs the others. */
    private static final Pattern OF_SIGNATURE =
            Pattern.compile("META-INF/(MANIFEST\\.MF|SIG-[^/]*|[^/]*\\.(SF|RSA|DSA|EC))");

    private final JarFile jar;
    private final TrustedSigners trusted;
    private final Set<CodeSigner> known = new HashSet<>();

    private JarSignatures(JarFile jar, TrustedSigners trusted) {
        this.jar = jar;
        this.trusted = trusted;
    }

    /** Refuses a JAR that has anything in it that nobody trusted has signed. */
    static void require(JarFile jar, TrustedSigners trusted) throws UntrustedException, IOException {
        JarSignatures signatures = new JarSignatures(jar, trusted);
        for (JarEntry entry : Collections.list(jar.entries())) {
            boolean signs = OF_SIGNATURE
                    .matcher(entry.getName().toUpperCase(Locale.ROOT))
                    .matches();
            if (!signs && !entry.isDirectory()) {
                signatures.require(entry);
            }
        }
    }

    private void require(JarEntry entry) throws UntrustedException, IOException {
        readAll(entry);
        CodeSigner[] signers = entry.getCodeSigners();
        if (signers == null) {
            throw new UntrustedException("its " + entry.getName() + " is not signed, as " + TrustedSigners.SETTING
                    + " wants it to be; sign the JAR by jarsigner");
        }
        for (CodeSigner signer : signers) {
            if (known.contains(signer) || trusted.trust(signer)) {
                known.add(signer);
                return;
            }
        }
        throw new UntrustedException("its " + entry.getName() + " is signed by " + subject(signers[0])
                + ", whom " + trusted
                + " does not trust; add a certificate of that chain that is in force and made for "
                + "code, or sign the JAR by another");
    }

    private static String subject(CodeSigner signer) {
        X509Certificate certificate =
                (X509Certificate) signer.getSignerCertPath().getCertificates().get(0);
        return certificate.getSubjectX500Principal().getName();
    }

    /** The JDK knows who has signed what has been read to its end. */
    private void readAll(JarEntry entry) throws UntrustedException, IOException {
        byte[] buffer = new byte[8192];
        long left = entry.getSize();
        try (InputStream in = jar.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw new UntrustedException("its " + entry.getName() + " is longer than it says; build it again");
                }
            }
        } catch (SecurityException altered) {
            throw new UntrustedException("its " + entry.getName() + " is not what was signed (" + altered.getMessage()
                    + "); copy the JAR again, or sign it again");
        }
    }
}

package dev.heddle.extension.temporalconnection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.Base64;

/** Certificates that vouch for themselves, and their keys, made by the JDK's keytool. */
final class KeyPairs {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder;

    KeyPairs(Path folder) {
        this.folder = folder;
    }

    /** Makes a pair with a subject of that name: {@code NAME.pem} and {@code NAME.key}. */
    void make(String name) throws Exception {
        Path store = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes());
        if (keytool.waitFor() != 0) {
            throw new IOException(output);
        }
        KeyStore pair = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            pair.load(in, PASSWORD);
        }
        write(certificate(name), "CERTIFICATE", pair.getCertificate(name).getEncoded());
        write(key(name), "PRIVATE KEY", pair.getKey(name, PASSWORD).getEncoded());
    }

    private static void write(Path file, String what, byte[] encoded) throws IOException {
        String body = Base64.getMimeEncoder(64, "\n".getBytes()).encodeToString(encoded);
        writePrivate(file, "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
    }

    /** Writes a file that nobody else may read. */
    static Path writePrivate(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text);
    }

    Path certificate(String name) {
        return folder.resolve(name + ".pem");
    }

    Path key(String name) {
        return folder.resolve(name + ".key");
    }

    /** Puts a pair in the place of another. */
    void replace(String name, String by) throws IOException {
        Files.copy(certificate(by), certificate(name), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(key(by), key(name), StandardCopyOption.REPLACE_EXISTING);
    }
}

package dev.heddle.agent.assemble.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.agent.settings.AgentSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sums and signatures let a JAR be opened. */
class SignedJarTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static KeyStore keys;

    @BeforeAll
    static void makeKeys() throws Exception {
        folder = folder.toRealPath();
        key("ca", "-ext", "bc:c");
        key("signer", "-signer", "ca");
        key("stranger");
        key("web", "-signer", "ca", "-ext", "eku=serverAuth");
        key("late", "-signer", "ca", "-startdate", "-9d", "-validity", "3");
        keys = KeyStore.getInstance(folder.resolve("keys").toFile(), PASSWORD);
        for (String alias : List.of("ca", "signer")) {
            Files.writeString(
                    folder.resolve(alias + ".pem"),
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder()
                                    .encodeToString(keys.getCertificate(alias).getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
            close(folder.resolve(alias + ".pem"));
        }
    }

    private static void key(String alias, String... options) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/keytool").toString()));
        command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-alias", alias, "-dname", "CN=" + alias));
        command.addAll(List.of("-keystore", folder.resolve("keys").toString(), "-storepass", "changeit"));
        command.addAll(List.of(options));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
    }

    private static Path close(Path file) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static Path jar(String name) throws IOException {
        Path jar = folder.resolve(name + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            entry(out, "first", name.getBytes(StandardCharsets.UTF_8));
            entry(out, "folder/second", new byte[20000]);
        }
        return close(jar);
    }

    private static void entry(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
        out.closeEntry();
    }

    private static Path signed(String name, String alias) throws Exception {
        Path plain = jar(name + "-plain");
        Path signed = folder.resolve(name + ".jar");
        var key = (KeyStore.PrivateKeyEntry) keys.getEntry(alias, new KeyStore.PasswordProtection(PASSWORD));
        try (ZipFile in = new ZipFile(plain.toFile());
                OutputStream out = Files.newOutputStream(signed)) {
            new JarSigner.Builder(key).build().sign(in, out);
        }
        return close(signed);
    }

    /** A copy in which one entry is another, or is added. */
    private static Path altered(Path signed, String changed) throws IOException {
        Path copy = folder.resolve("altered-" + changed.replace('/', '-') + ".jar");
        try (JarFile in = new JarFile(signed.toFile(), false);
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(copy))) {
            for (JarEntry each : in.stream().toList()) {
                if (!each.getName().equals(changed)) {
                    entry(out, each.getName(), in.getInputStream(each).readAllBytes());
                }
            }
            entry(out, changed, new byte[] {1, 2, 3});
        }
        return close(copy);
    }

    private static void open(Path jar, String setting, Path file) throws Exception {
        Map<String, String> settings = Map.of("extensions." + setting, file.toString());
        try (JarFile open = new FileTrust(AgentSettings.with(settings)).open(jar.toFile())) {
            assertThat(open.size()).isGreaterThan(1);
        }
    }

    private static Path sums(String name, String text) throws IOException {
        return close(Files.writeString(folder.resolve(name), text));
    }

    private static String sum(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca", "signer"})
    void whatSomebodyTrustedHasSignedIsOpened(String trusted) throws Exception {
        open(signed("good-" + trusted, "signer"), "signers", folder.resolve(trusted + ".pem"));
    }

    @ParameterizedTest
    @CsvSource({"stranger", "web", "late"})
    void whatSomebodyElseHasSignedIsRefused(String signer) {
        assertThatThrownBy(() -> open(signed("by-" + signer, signer), "signers", folder.resolve("ca.pem")))
                .isInstanceOf(UntrustedException.class)
                .hasMessageContaining("its first is signed by CN=" + signer + ", whom " + folder
                        + "/ca.pem (heddle.extensions.signers)")
                .hasMessageContaining("does not trust; add a certificate");
    }

    /** The one that is trusted is another's of the same authority. */
    @Test
    void whoIsNotNamedAndCertifiesNobodyIsNoAuthority() {
        assertThatThrownBy(() -> open(signed("by-ca", "ca"), "signers", folder.resolve("signer.pem")))
                .isInstanceOf(UntrustedException.class);
    }

    @Test
    void whatIsNotSignedIsRefused() {
        assertThatThrownBy(() -> open(jar("unsigned"), "signers", folder.resolve("ca.pem")))
                .hasMessageStartingWith("its first is not signed, as heddle.extensions.signers wants it to be");
    }

    @Test
    void whatWasAddedOrAlteredAfterwardsIsRefused() throws Exception {
        Path good = signed("original", "signer");
        for (String added : List.of("added", "META-INF/services/dev.heddle.api.Extension", "META-INF/folder/x.SF")) {
            assertThatThrownBy(() -> open(altered(good, added), "signers", folder.resolve("ca.pem")))
                    .hasMessageStartingWith("its " + added + " is not signed");
        }
        assertThatThrownBy(() -> open(altered(good, "folder/second"), "signers", folder.resolve("ca.pem")))
                .isInstanceOf(UntrustedException.class)
                .hasMessageStartingWith("its folder/second is not what was signed");
    }

    @Test
    void aFileOfSignersThatIsNoneTrustsNobody() throws Exception {
        Path good = signed("nobody", "signer");
        for (Path file : List.of(folder.resolve("nowhere"), sums("text", "some text"), folder.resolve("keys"))) {
            assertThatThrownBy(() -> open(good, "signers", file))
                    .isInstanceOf(UntrustedException.class)
                    .hasMessageContaining("heddle.extensions.signers names " + file + ", which cannot be used")
                    .hasMessageContaining("so that nobody is trusted");
        }
    }

    @Test
    void whatHasASumThatIsAllowedIsOpened() throws Exception {
        Path jar = jar("summed");
        open(jar, "allowed", sums("one", "# looked at\n\n" + sum(jar) + "  whatever.jar\n"));
        open(jar, "allowed", sums("binary", "0".repeat(64) + " *a.jar\n" + sum(jar).toUpperCase() + " *b.jar\r\n"));
    }

    @Test
    void whatHasAnotherSumIsRefused() throws Exception {
        Path jar = jar("other");
        Path allowed = sums("two", "0".repeat(64) + "  other.jar\n");
        assertThatThrownBy(() -> open(jar, "allowed", allowed))
                .isInstanceOf(UntrustedException.class)
                .hasMessageStartingWith("its SHA-256 sum is " + sum(jar) + ", which is not in " + allowed);
    }

    @Test
    void aListThatIsNoneAllowsNothing() throws Exception {
        Path jar = jar("listed");
        for (Path list : List.of(folder.resolve("nowhere"), sums("wrong", sum(jar) + "  a.jar\nand more\n"))) {
            assertThatThrownBy(() -> open(jar, "allowed", list))
                    .isInstanceOf(UntrustedException.class)
                    .hasMessageStartingWith("heddle.extensions.allowed names " + list)
                    .hasMessageContaining("so that nothing is allowed");
        }
        Path open = sums("open", sum(jar) + "  a.jar\n");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertThatThrownBy(() -> open(jar, "allowed", open)).hasMessageContaining("chmod go-w " + open);
    }
}

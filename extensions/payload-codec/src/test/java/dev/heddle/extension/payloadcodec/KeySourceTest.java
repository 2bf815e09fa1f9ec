package dev.heddle.extension.payloadcodec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are read in the forms that people write, and refused wherever they are not as they should be. */
class KeySourceTest {
    private static final DataKeys NO_DATA_KEYS = new DataKeys(0, 0, System::nanoTime);

    private static final byte[] KEY = key(1);
    private static final String BASE64 = Base64.getEncoder().encodeToString(KEY);

    @TempDir
    Path folder;

    private static byte[] key(int seed) {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (seed + i * 7);
        }
        return key;
    }

    @BeforeEach
    void begin() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void write(String id, byte[] content, String permissions) {
        try {
            Path file = folder.resolve(id);
            Files.write(file, content);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void write(String id, String content) {
        write(id, content.getBytes(StandardCharsets.ISO_8859_1), "rw-r-----");
    }

    private KeySource source() {
        return new KeyFolder("keys.folder", folder);
    }

    @Test
    void keysAreBase64OrHexadecimalOrBytes() {
        write("a", BASE64 + "\n");
        write("b", HexFormat.of().formatHex(KEY));
        write("c", KEY, "r--------");
        write(".hidden", "no key");
        KeyRing keys = source().read();
        assertThat(keys.ids()).containsExactly("a", "b", "c");
        assertThat(keys.key("a").getEncoded()).isEqualTo(KEY);
        assertThat(keys.key("b").getEncoded()).isEqualTo(KEY);
        assertThat(keys.key("c").getEncoded()).isEqualTo(KEY);
    }

    @Test
    void whatEverybodyMayReadIsRefused() throws IOException {
        write("a", KEY, "rw-r--r--");
        assertThatThrownBy(source()::read)
                .hasMessageContaining("lets everyone at")
                .hasMessageContaining("chmod o-rwx");
        write("a", KEY, "rw-------");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(source()::read).hasMessageContaining("lets everyone at");
    }

    @Test
    void whatIsNoKeyIsRefusedAndNotSaid() {
        for (String bad : List.of("", BASE64.substring(1), "hunter2hunter2", BASE64 + "!", "0g".repeat(32))) {
            write("a", bad);
            assertThatThrownBy(source()::read)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'a'")
                    .satisfies(thrown -> assertThat(thrown.getMessage().contains(bad) && !bad.isEmpty())
                            .isFalse())
                    .hasNoCause();
        }
    }

    @Test
    void anEmptyFolderAndNoneAreRefused() {
        assertThatThrownBy(source()::read).hasMessageContaining("has no key");
        assertThatThrownBy(new KeyFolder("keys.folder", folder.resolve("none"))::read)
                .hasMessageContaining("does not exist");
        write("file", "x");
        assertThatThrownBy(new KeyFolder("keys.folder", folder.resolve("file"))::read)
                .hasMessageContaining("is no folder");
    }

    @Test
    void aVariableHasKeysByTheirIds() {
        KeyRing keys = new KeyVariable("keys.variable", "a=" + BASE64 + ", b=" + BASE64).read();
        assertThat(keys.ids()).containsExactly("a", "b");
        assertThat(keys.key("b").getEncoded()).isEqualTo(KEY);
        for (String bad :
                new String[] {null, "", BASE64.replace("=", ""), "=" + BASE64, "a=" + BASE64 + ",a=" + BASE64}) {
            assertThatThrownBy(new KeyVariable("keys.variable", bad)::read)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining(BASE64.substring(0, 20));
        }
    }

    @Test
    void aKeyStoreHasKeysByTheirAliases() throws Exception {
        Path file = folder.resolve("keys.p12");
        Path password = folder.resolve("password");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        char[] secret = "secret".toCharArray();
        store.setEntry(
                "a",
                new KeyStore.SecretKeyEntry(new SecretKeySpec(KEY, "AES")),
                new KeyStore.PasswordProtection(secret));
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, secret);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        write("password", "secret\n");
        KeySource source = new KeyStoreFile("keys.store", file, "PKCS12", password);
        assertThat(source.read().key("a").getEncoded()).isEqualTo(KEY);
        write("password", "sesame");
        assertThatThrownBy(source::read)
                .hasMessageContaining("cannot be opened")
                .hasMessageNotContaining("sesame");
    }

    @Test
    void whatIsHalfWrittenOrGoneChangesNothing() {
        write("a", BASE64);
        Encryption encryption = new Encryption(source().read(), "a", false, NO_DATA_KEYS, false);
        List<String> told = new ArrayList<>();
        List<String> warned = new ArrayList<>();
        try (KeyReloader reloader = new KeyReloader(source(), encryption, Duration.ofDays(1), told::add, warned::add)) {
            write("b", BASE64.substring(0, 10));
            reloader.run();
            reloader.run();
            assertThat(warned)
                    .singleElement()
                    .asString()
                    .contains("keys.folder", "'b'", "the keys stay those there were: a")
                    .doesNotContain(BASE64.substring(0, 10));
            write("b", BASE64);
            reloader.run();
            assertThat(encryption.keys().ids()).containsExactly("a", "b");
            assertThat(told).containsExactly("the keys are a, b now");
            assertThat(folder.resolve("a").toFile().delete()).isTrue();
            reloader.run();
            assertThat(encryption.keys().ids()).containsExactly("a", "b");
            assertThat(warned).hasSize(2).last().asString().contains("has no key 'a', with which to encrypt");
        }
    }
}

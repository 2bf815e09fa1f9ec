package dev.heddle.extension.payloadcodec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.Payload;
import dev.heddle.testing.temporal.FakePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Security;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payloads are encrypted with keys that travel with them, and the key that opens these has little to do. */
class DataKeysTest {
    private static final byte[] KEY = "test-key-test-key-test-key-test!".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OTHER = "another-key-another-key-another!".getBytes(StandardCharsets.US_ASCII);
    private static final Payload PLAIN = FakePayload.json("\"Ada\"");
    private static final int USES = 10;
    private static final long AGE = 1000;

    private final AtomicLong clock = new AtomicLong();
    private final Encryption encryption = sealing(KeyRing.of(Map.of("k", KEY)));

    private final Hardware hardware = new Hardware(KEY);

    @TempDir
    private Path folder;

    private Encryption sealing(KeyRing keys) {
        return new Encryption(keys, "k", false, new DataKeys(AGE, USES, clock::get), true);
    }

    @BeforeEach
    void install() {
        Security.addProvider(hardware);
    }

    @AfterEach
    void remove() {
        Security.removeProvider(hardware.getName());
    }

    private static String dataKey(Payload payload) {
        return payload.metadata("encryption-data-key");
    }

    /** As a payload would be to which somebody has written another data key. */
    private static Payload with(String dataKey, Payload payload) {
        Map<String, String> metadata = new HashMap<>(Encryption.metadata("k"));
        metadata.put("encryption-data-key", dataKey);
        return payload.replacedBy(metadata, payload.data());
    }

    @Test
    void whoHasTheKeyReadsItWhetherHeSealsOrNot() throws Exception {
        Payload encrypted = encryption.encrypt(PLAIN);
        assertThat(encrypted.metadata("encryption-key-id")).isEqualTo("k");
        assertThat(Base64.getDecoder().decode(dataKey(encrypted))).hasSize(60);
        Encryption plain =
                new Encryption(KeyRing.of(Map.of("k", KEY)), "k", false, new DataKeys(AGE, USES, clock::get), false);
        assertThat(plain.decrypt(encrypted)).isEqualTo(PLAIN);
        assertThat(encryption.decrypt(plain.encrypt(PLAIN))).isEqualTo(PLAIN);
    }

    @Test
    void oneEncryptsForSomeTimeAndSomePayloads() throws Exception {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < USES; i++) {
            seen.add(dataKey(encryption.encrypt(PLAIN)));
        }
        assertThat(seen).hasSize(1);
        assertThat(seen.add(dataKey(encryption.encrypt(PLAIN)))).isTrue();
        clock.addAndGet(AGE);
        assertThat(seen.add(dataKey(encryption.encrypt(PLAIN)))).isTrue();
    }

    @Test
    void whatWasChangedIsNoticed() throws Exception {
        Payload encrypted = encryption.encrypt(PLAIN);
        byte[] sealed = Base64.getDecoder().decode(dataKey(encrypted));
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            String text = Base64.getEncoder().encodeToString(changed);
            assertThatThrownBy(() -> encryption.decrypt(with(text, encrypted)))
                    .isInstanceOf(PayloadException.class)
                    .hasMessageContaining("'k'");
        }
        for (String text : new String[] {"", "?", "AAAA"}) {
            assertThatThrownBy(() -> encryption.decrypt(with(text, encrypted)))
                    .isInstanceOf(PayloadException.class)
                    .hasMessageContaining("'k'");
        }
    }

    /** The same data key under another ID of a ring that has both. */
    @Test
    void aDataKeyIsOfOneKey() throws Exception {
        Payload encrypted = encryption.encrypt(PLAIN);
        Encryption both = new Encryption(
                KeyRing.of(Map.of("k", KEY, "twin", KEY)), "k", false, new DataKeys(AGE, USES, clock::get), true);
        Map<String, String> metadata = new HashMap<>(Encryption.metadata("twin"));
        metadata.put("encryption-data-key", dataKey(encrypted));
        assertThatThrownBy(() -> both.decrypt(encrypted.replacedBy(metadata, encrypted.data())))
                .isInstanceOf(PayloadException.class);
    }

    @Test
    void anotherKeyUnderItsIdSealsAnew() throws Exception {
        String before = dataKey(encryption.encrypt(PLAIN));
        encryption.use(KeyRing.of(Map.of("k", KEY)));
        assertThat(dataKey(encryption.encrypt(PLAIN))).isEqualTo(before);
        encryption.use(KeyRing.of(Map.of("k", OTHER)));
        Payload after = encryption.encrypt(PLAIN);
        assertThat(dataKey(after)).isNotEqualTo(before);
        assertThat(sealing(KeyRing.of(Map.of("k", OTHER))).decrypt(after)).isEqualTo(PLAIN);
    }

    private KeySource hardwareKeys() throws Exception {
        Path pin = Files.writeString(folder.resolve("pin"), "1234");
        Files.setPosixFilePermissions(pin, PosixFilePermissions.fromString("rw-------"));
        return new KeyStoreFile("keys.store", null, Hardware.TYPE, pin);
    }

    /** Whose key no program sees. */
    @Test
    void hardwareIsAskedOnceForEachDataKey() throws Exception {
        Encryption hard = sealing(hardwareKeys().read());
        Payload encrypted = hard.encrypt(PLAIN);
        for (int i = 1; i < USES; i++) {
            assertThat(hard.decrypt(hard.encrypt(PLAIN))).isEqualTo(PLAIN);
        }
        assertThat(hardware.asked()).isEqualTo(1);
        Encryption elsewhere = sealing(hardwareKeys().read());
        elsewhere.decrypt(encrypted);
        assertThat(elsewhere.decrypt(encrypted)).isEqualTo(PLAIN);
        assertThat(hardware.asked()).isEqualTo(2);
        // Read again, as every ten seconds.
        elsewhere.use(hardwareKeys().read());
        elsewhere.decrypt(encrypted);
        assertThat(hardware.asked()).isEqualTo(2);
    }

    @Test
    void itIsNotAskedForEachPayload() throws Exception {
        KeyRing keys = hardwareKeys().read();
        assertThatThrownBy(() -> new Encryption(keys, "k", false, new DataKeys(AGE, USES, clock::get), false))
                .hasMessageContaining("set data-keys=true");
    }
}

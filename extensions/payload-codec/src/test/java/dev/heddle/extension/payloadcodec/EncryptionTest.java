package dev.heddle.extension.payloadcodec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.Payload;
import dev.heddle.testing.temporal.FakePayload;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What leaves is what the other SDKs' samples read, and nothing opens that was tampered with. */
class EncryptionTest {
    private static final DataKeys NO_DATA_KEYS = new DataKeys(0, 0, System::nanoTime);

    /** The samples' own. */
    private static final byte[] KEY = "test-key-test-key-test-key-test!".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] OTHER = "another-key-another-key-another!".getBytes(StandardCharsets.US_ASCII);

    /** {@code "Ada"} as json/plain, by the code of the Python sample with the nonce 00 to 0b. */
    private static final byte[] BY_PYTHON = HexFormat.of()
            .parseHex("000102030405060708090a0bf92b89da276861d2657395a2a3f7f7d1e8a45622938592d067e1a32173ec06411104b7"
                    + "4f1e9bf76659b2c6f5b5c150");

    private static final Payload PLAIN = FakePayload.json("\"Ada\"");

    private static Encryption with(String active, Map<String, byte[]> keys) {
        return new Encryption(KeyRing.of(keys), active, false, NO_DATA_KEYS, false);
    }

    private static Encryption ofTheSamples() {
        return with("test-key-id", Map.of("test-key-id", KEY));
    }

    private static Payload encrypted(String id, byte[] data) {
        return PLAIN.replacedBy(Map.of("encoding", "binary/encrypted", "encryption-key-id", id), data);
    }

    @Test
    void whatThePythonSampleEncryptsIsRead() throws Exception {
        assertThat(ofTheSamples().decrypt(encrypted("test-key-id", BY_PYTHON))).isEqualTo(PLAIN);
    }

    @Test
    void whatLeavesHasTheLayoutOfTheSamples() throws Exception {
        Payload encrypted = ofTheSamples().encrypt(PLAIN);
        assertThat(encrypted.metadata("encoding")).isEqualTo("binary/encrypted");
        assertThat(encrypted.metadata("encryption-key-id")).isEqualTo("test-key-id");
        assertThat(encrypted.metadata("encryption-cipher")).isEqualTo("AES/GCM/NoPadding");
        assertThat(encrypted.data()).hasSize(12 + PLAIN.size() + 16);
        assertThat(ofTheSamples().decrypt(encrypted)).isEqualTo(PLAIN);
    }

    @Test
    void noNonceComesTwice() throws Exception {
        Encryption encryption = ofTheSamples();
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            nonces.add(HexFormat.of().formatHex(encryption.encrypt(PLAIN).data(), 0, 12));
        }
        assertThat(nonces).hasSize(10_000);
    }

    @Test
    void everyChangedByteIsNoticed() throws Exception {
        Encryption encryption = ofTheSamples();
        byte[] data = encryption.encrypt(PLAIN).data();
        for (int i = 0; i < data.length; i++) {
            byte[] changed = data.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> encryption.decrypt(encrypted("test-key-id", changed)))
                    .isInstanceOf(PayloadException.class)
                    .hasMessageContaining("'test-key-id'")
                    .hasMessageNotContaining("Ada");
        }
    }

    @Test
    void everyTruncationIsNoticed() throws Exception {
        Encryption encryption = ofTheSamples();
        byte[] data = encryption.encrypt(PLAIN).data();
        for (int length = 0; length < data.length; length++) {
            byte[] truncated = Arrays.copyOf(data, length);
            assertThatThrownBy(() -> encryption.decrypt(encrypted("test-key-id", truncated)))
                    .isInstanceOf(PayloadException.class)
                    .hasMessageContaining("'test-key-id'");
        }
    }

    @Test
    void aKeyThatIsAnotherUnderItsIdOpensNothing() {
        Encryption wrong = with("test-key-id", Map.of("test-key-id", OTHER));
        assertThatThrownBy(() -> wrong.decrypt(encrypted("test-key-id", BY_PYTHON)))
                .isInstanceOf(PayloadException.class)
                .hasMessageContaining("the key 'test-key-id' is another than it was encrypted with");
    }

    @Test
    void anUnknownKeyIsNamedAndNothingSecret() {
        assertThatThrownBy(() -> ofTheSamples().decrypt(encrypted("2031", BY_PYTHON)))
                .isInstanceOf(PayloadException.class)
                .hasMessage(
                        "a payload is encrypted with the key '2031', which is not among those there are: test-key-id");
        assertThatThrownBy(() -> ofTheSamples().decrypt(encrypted("a\nERROR heddle - forged\u202e", BY_PYTHON)))
                .hasMessageContaining("'a?ERROR heddle - forged?'");
    }

    @Test
    void anotherAlgorithmIsNotTried() {
        Payload strange = PLAIN.replacedBy(
                Map.of(
                        "encoding",
                        "binary/encrypted",
                        "encryption-key-id",
                        "test-key-id",
                        "encryption-cipher",
                        "AES/ECB/NoPadding"),
                BY_PYTHON);
        assertThatThrownBy(() -> ofTheSamples().decrypt(strange)).hasMessageContaining("AES/ECB/NoPadding");
    }

    @Test
    void whatIsNoPayloadInsideIsToldWithItsKey() throws Exception {
        Payload encrypted = ofTheSamples().encrypt(new NoPayload(PLAIN));
        assertThatThrownBy(() -> ofTheSamples().decrypt(encrypted))
                .isInstanceOf(PayloadException.class)
                .hasMessage("what was encrypted with the key 'test-key-id' is no payload");
    }

    @Test
    void oneKeyEncryptsAndAllDecrypt() throws Exception {
        Encryption before = with("old", Map.of("old", OTHER));
        Encryption after = with("test-key-id", Map.of("old", OTHER, "test-key-id", KEY));
        assertThat(after.decrypt(before.encrypt(PLAIN))).isEqualTo(PLAIN);
        assertThat(after.encrypt(PLAIN).metadata("encryption-key-id")).isEqualTo("test-key-id");
    }

    @Test
    void otherKeysMayBeTheApplications() throws Exception {
        Encryption passing = new Encryption(KeyRing.of(Map.of("ours", OTHER)), "ours", true, NO_DATA_KEYS, false);
        Payload others = encrypted("test-key-id", BY_PYTHON);
        assertThat(passing.decrypt(others)).isSameAs(others);
    }

    @Test
    void theActiveKeyCannotGo() {
        Encryption encryption = ofTheSamples();
        assertThatThrownBy(() -> encryption.use(KeyRing.of(Map.of("old", OTHER))))
                .hasMessageContaining("has no key 'test-key-id', with which to encrypt, but old");
        assertThat(encryption.keys().ids()).containsExactly("test-key-id");
    }

    @Test
    void nothingSaysAKey() {
        Map<String, byte[]> keys = new HashMap<>(Map.of("a", KEY, "b", OTHER));
        assertThat(KeyRing.of(keys)).hasToString("a, b");
        keys.put("b", Arrays.copyOf(OTHER, 31));
        assertThatThrownBy(() -> KeyRing.of(keys))
                .hasMessageContaining("'b' of 31 bytes")
                .hasMessageNotContaining("another-key");
        keys.put("b", new byte[32]);
        assertThatThrownBy(() -> KeyRing.of(keys)).hasMessageContaining("one byte over and over");
        assertThatThrownBy(() -> KeyRing.of(Map.of())).hasMessageContaining("has no key");
    }

    /** What one with the key, and no sense, might encrypt. */
    private record NoPayload(Payload rest) implements Payload {
        @Override
        public String metadata(String key) {
            return rest.metadata(key);
        }

        @Override
        public byte[] data() {
            return rest.data();
        }

        @Override
        public byte[] toByteArray() {
            return new byte[] {-1, -1, -1};
        }

        @Override
        public int size() {
            return rest.size();
        }

        @Override
        public Payload replacedBy(Map<String, String> metadata, byte[] data) {
            return rest.replacedBy(metadata, data);
        }

        @Override
        public Payload replacedBy(byte[] bytes) {
            return rest.replacedBy(bytes);
        }
    }
}

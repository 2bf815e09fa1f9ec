package dev.heddle.extension.payloadcodec;

import dev.heddle.api.Payload;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM of whole payloads, laid out as the encryption samples of the SDKs have it: the data are a nonce of 12 bytes,
 * then ciphertext and tag of the serialized payload, the metadata the ID of the key.
 */
final class Encryption {
    static final String ENCODING = "binary/encrypted";
    private static final String KEY_ID = "encryption-key-id";
    private static final String CIPHER = "encryption-cipher";
    private static final String AES = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG = 16;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> metadata;
    private final String active;
    private final boolean passesOthers;
    private final DataKeys dataKeys;
    private final boolean seals;
    private volatile KeyRing keys;

    /**
     * With these keys; encrypts with the active one.
     *
     * @param passesOthers whether what is encrypted with none of them is somebody else's, and left as it is
     * @param dataKeys for what comes with one
     * @param seals whether what leaves is encrypted with a data key, and that with the active one
     */
    Encryption(KeyRing keys, String active, boolean passesOthers, DataKeys dataKeys, boolean seals) {
        this.active = active;
        this.dataKeys = dataKeys;
        this.seals = seals;
        this.passesOthers = passesOthers;
        this.metadata = metadata(active);
        use(keys);
    }

    /** What the metadata of a payload say that is encrypted with a key. */
    static Map<String, String> metadata(String id) {
        return Map.of("encoding", ENCODING, CIPHER, AES, KEY_ID, id);
    }

    /**
     * From now on with these keys.
     *
     * @throws IllegalArgumentException if the active one is not among them; then those before stay
     */
    void use(KeyRing changed) {
        if (changed.key(active) == null) {
            throw new IllegalArgumentException("has no key '" + active + "', with which to encrypt, but " + changed
                    + "; put it there, or name one that is");
        }
        if (!seals && changed.staysAway(active)) {
            throw new IllegalArgumentException("has a key '" + active
                    + "' that it does not hand out, so that each payload would wait for it; set data-keys=true");
        }
        boolean same = keys != null && keys.hasTheKeysOf(changed);
        keys = changed;
        if (!same) {
            dataKeys.forget();
        }
    }

    /** The IDs of the keys. */
    KeyRing keys() {
        return keys;
    }

    Payload encrypt(Payload payload) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        DataKeys.Made sealed = seals ? dataKeys.current(active, keys.key(active)) : null;
        SecretKey key = sealed == null ? keys.key(active) : sealed.key();
        Cipher cipher = Cipher.getInstance(AES);
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        byte[] plain = payload.toByteArray();
        byte[] data = new byte[NONCE + plain.length + TAG];
        System.arraycopy(nonce, 0, data, 0, NONCE);
        cipher.doFinal(plain, 0, plain.length, data, NONCE);
        return payload.replacedBy(sealed == null ? metadata : sealed.metadata(), data);
    }

    Payload decrypt(Payload payload) throws GeneralSecurityException {
        String id = payload.metadata(KEY_ID);
        KeyRing current = keys;
        SecretKey key = id == null ? null : current.key(id);
        if (key == null && passesOthers) {
            return payload;
        }
        String algorithm = payload.metadata(CIPHER);
        if (algorithm != null && !algorithm.equals(AES)) {
            throw new PayloadException("a payload is encrypted with " + printable(algorithm) + "; known is " + AES);
        }
        if (key == null) {
            throw new PayloadException("a payload is encrypted with the key '" + printable(id)
                    + "', which is not among those there are: " + current);
        }
        byte[] data = payload.data();
        if (data.length < NONCE + TAG) {
            throw new PayloadException(
                    "a payload that is encrypted with the key '" + id + "' is truncated: " + data.length + " bytes");
        }
        try {
            String sealed = payload.metadata(DataKeys.METADATA);
            Cipher cipher = Cipher.getInstance(AES);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    sealed == null ? key : dataKeys.open(id, key, sealed),
                    new GCMParameterSpec(TAG * Byte.SIZE, data, 0, NONCE));
            return payload.replacedBy(cipher.doFinal(data, NONCE, data.length - NONCE));
        } catch (AEADBadTagException wrong) {
            throw new PayloadException(
                    "a payload cannot be decrypted: it was changed, or the key '" + id + "' is another than it was "
                            + "encrypted with",
                    wrong);
        } catch (IllegalArgumentException noPayload) {
            throw new PayloadException("what was encrypted with the key '" + id + "' is no payload", noPayload);
        }
    }

    /** Whoever can start a workflow can send anything, which ends up in a log. */
    private static String printable(String text) {
        if (text == null) {
            return "";
        }
        String clean = text.replaceAll("[^ -~]", "?");
        return clean.length() > 64 ? clean.substring(0, 64) + "…" : clean;
    }
}

package dev.heddle.extension.payloadcodec;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys that encrypt payloads and travel with them, encrypted themselves by a key of the ring: that has work once for each,
 * so that it may be a hardware's, which never hands it out. A key is made on the thread that needs one first, and opened
 * on the first that reads something of it; all others find it here.
 */
final class DataKeys {
    /** The entry of the metadata that has the key, encrypted. */
    static final String METADATA = "encryption-data-key";

    private static final String AES = "AES/GCM/NoPadding";
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    /** A fleet of a hundred makes so many in ten hours. */
    private static final int KEPT = 1000;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKey> opened = new ConcurrentHashMap<>();
    private final long nanos;
    private final int uses;
    private final LongSupplier clock;
    private volatile Made made;

    /** One that encrypts. */
    record Made(SecretKey key, Map<String, String> metadata, long since, AtomicInteger used) {}

    /**
     * None yet.
     *
     * @param nanos how long one encrypts
     * @param uses how many payloads one encrypts
     * @param clock as {@link System#nanoTime}
     */
    DataKeys(long nanos, int uses, LongSupplier clock) {
        this.nanos = nanos;
        this.uses = uses;
        this.clock = clock;
    }

    /** The ring has other keys now. */
    void forget() {
        made = null;
        opened.clear();
    }

    /** The one to encrypt with now. */
    Made current(String id, SecretKey sealing) throws GeneralSecurityException {
        Made current = made;
        return isFresh(current) && current.used.incrementAndGet() <= uses ? current : next(id, sealing);
    }

    private boolean isFresh(Made current) {
        return current != null && clock.getAsLong() - current.since < nanos;
    }

    private synchronized Made next(String id, SecretKey sealing) throws GeneralSecurityException {
        Made current = made;
        if (isFresh(current) && current.used.incrementAndGet() <= uses) {
            return current;
        }
        byte[] key = new byte[KEY];
        random.nextBytes(key);
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        Cipher cipher = cipher(Cipher.ENCRYPT_MODE, id, sealing, nonce);
        byte[] sealed = new byte[NONCE + KEY + TAG];
        System.arraycopy(nonce, 0, sealed, 0, NONCE);
        cipher.doFinal(key, 0, KEY, sealed, NONCE);
        SecretKey secret = new SecretKeySpec(key, "AES");
        String text = Base64.getEncoder().encodeToString(sealed);
        keep(text, secret);
        Map<String, String> metadata = new HashMap<>(Encryption.metadata(id));
        metadata.put(METADATA, text);
        Made next = new Made(secret, Map.copyOf(metadata), clock.getAsLong(), new AtomicInteger(1));
        made = next;
        return next;
    }

    /** The one that came with a payload. */
    SecretKey open(String id, SecretKey sealing, String text) throws GeneralSecurityException {
        SecretKey known = opened.get(text);
        if (known != null) {
            return known;
        }
        byte[] sealed;
        try {
            sealed = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException broken) {
            throw new PayloadException("the data key of a payload is broken, which the key '" + id + "' would open");
        }
        if (sealed.length != NONCE + KEY + TAG) {
            throw new PayloadException("the data key of a payload, which the key '" + id + "' would open, has "
                    + sealed.length + " bytes");
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        byte[] key = cipher(Cipher.DECRYPT_MODE, id, sealing, nonce).doFinal(sealed, NONCE, KEY + TAG);
        SecretKey secret = new SecretKeySpec(key, "AES");
        keep(text, secret);
        return secret;
    }

    private void keep(String text, SecretKey secret) {
        if (opened.size() >= KEPT) {
            opened.clear();
        }
        opened.put(text, secret);
    }

    /** A data key is of one ID: whoever moves it to another has nothing. */
    private static Cipher cipher(int mode, String id, SecretKey sealing, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(AES);
        cipher.init(mode, sealing, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

package dev.heddle.extension.payloadcodec;

import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Keys for AES-256 by their IDs. Nothing it says has a key in it. */
final class KeyRing {
    private static final int BYTES = 32;

    private final Map<String, SecretKey> keys;

    private KeyRing(Map<String, SecretKey> keys) {
        this.keys = keys;
    }

    /**
     * Of these keys.
     *
     * @throws IllegalArgumentException that says of which ID the key is none, or that there is none at all
     */
    static KeyRing of(Map<String, byte[]> keys) {
        return of(keys, Map.of());
    }

    /**
     * Of these keys and of those that are not handed out, such as a hardware's, which are taken as they are.
     *
     * @throws IllegalArgumentException that says of which ID the key is none, or that there is none at all
     */
    static KeyRing of(Map<String, byte[]> keys, Map<String, SecretKey> kept) {
        if (keys.isEmpty() && kept.isEmpty()) {
            throw new IllegalArgumentException("has no key; put one there");
        }
        Map<String, SecretKey> checked = new TreeMap<>(kept);
        for (Map.Entry<String, byte[]> entry : keys.entrySet()) {
            byte[] key = entry.getValue();
            if (key.length != BYTES) {
                throw new IllegalArgumentException("has a key '" + entry.getKey() + "' of " + key.length
                        + " bytes; AES-256 needs " + BYTES + ", such as openssl rand -base64 32 writes");
            }
            if (isOneByte(key)) {
                throw new IllegalArgumentException("has a key '" + entry.getKey()
                        + "' that is one byte over and over; take what openssl rand -base64 32 writes");
            }
            checked.put(entry.getKey(), new SecretKeySpec(key, "AES"));
        }
        return new KeyRing(checked);
    }

    /** Whether nobody is handed out the key of an ID. */
    boolean staysAway(String id) {
        SecretKey key = keys.get(id);
        return key != null && key.getEncoded() == null;
    }

    /** Whether another ring has the same keys, as far as one is handed them out. */
    boolean hasTheKeysOf(KeyRing other) {
        if (!keys.keySet().equals(other.keys.keySet())) {
            return false;
        }
        for (Map.Entry<String, SecretKey> entry : keys.entrySet()) {
            byte[] own = entry.getValue().getEncoded();
            byte[] others = other.keys.get(entry.getKey()).getEncoded();
            if (!MessageDigest.isEqual(own, others)) {
                return false;
            }
        }
        return true;
    }

    /** As what was never filled, or is half written, may look. */
    private static boolean isOneByte(byte[] key) {
        for (byte each : key) {
            if (each != key[0]) {
                return false;
            }
        }
        return true;
    }

    /** The key of an ID, or {@code null}. */
    SecretKey key(String id) {
        return keys.get(id);
    }

    /** The IDs. */
    Set<String> ids() {
        return new TreeSet<>(keys.keySet());
    }

    /** The IDs alone. */
    @Override
    public String toString() {
        return String.join(", ", keys.keySet());
    }
}

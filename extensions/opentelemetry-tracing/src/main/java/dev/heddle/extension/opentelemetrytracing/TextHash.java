package dev.heddle.extension.opentelemetrytracing;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of the UTF-8 of texts, again and again. Used by one thread at a time. */
final class TextHash {
    private static final int HASH_BYTES = 32;
    private static final int CHUNK_BYTES = 256;

    private final MessageDigest digest;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private final byte[] hash = new byte[HASH_BYTES];

    TextHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The hash of texts, one after the other, until the next is asked for. */
    byte[] of(String... parts) {
        try {
            for (String part : parts) {
                add(part);
            }
            digest.digest(hash, 0, HASH_BYTES);
            return hash;
        } catch (DigestException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void add(String text) {
        int length = text.length();
        if (length > CHUNK_BYTES) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            return;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                return;
            }
            chunk[i] = (byte) c;
        }
        digest.update(chunk, 0, length);
    }
}

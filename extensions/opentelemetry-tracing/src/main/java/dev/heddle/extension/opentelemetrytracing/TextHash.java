package dev.heddle.extension.opentelemetrytracing;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of the UTF-8 of texts, again and again. Used by one thread at a time. */
final class TextHash {
    private static final int HASH_BYTES = 32;
    private static final int CHUNK_BYTES = 256;
    private static final int TEN = 10;

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

    /** Goes on with a text. */
    TextHash with(String text) {
        int length = text.length();
        if (length > CHUNK_BYTES) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            return this;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                return this;
            }
            chunk[i] = (byte) c;
        }
        digest.update(chunk, 0, length);
        return this;
    }

    /** Goes on with the digits of a number, which is not negative. */
    TextHash with(int number) {
        int at = CHUNK_BYTES;
        int rest = number;
        do {
            chunk[--at] = (byte) ('0' + rest % TEN);
            rest /= TEN;
        } while (rest > 0);
        digest.update(chunk, at, CHUNK_BYTES - at);
        return this;
    }

    /** The hash of what there was, until the next begins. */
    byte[] end() {
        try {
            digest.digest(hash, 0, HASH_BYTES);
            return hash;
        } catch (DigestException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

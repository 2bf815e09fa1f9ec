package dev.heddle.realserver.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.temporal.api.common.v1.Payload;
import java.util.Base64;

/** The key of tests with payload-codec, and what is encrypted with it. */
final class Encrypted {
    static final String KEY_ID = "2026-11";
    static final String KEYS =
            KEY_ID + "=" + Base64.getEncoder().encodeToString("0123456789-abcdefghijklmnopqrstu".getBytes(UTF_8));

    private Encrypted() {}

    static boolean is(Payload payload) {
        return payload.getMetadataOrThrow("encoding").toStringUtf8().equals("binary/encrypted")
                && payload.getMetadataOrThrow("encryption-key-id")
                        .toStringUtf8()
                        .equals(KEY_ID);
    }
}

package dev.heddle.test.codec;

import dev.heddle.api.Payload;
import dev.heddle.api.PayloadCodec;
import java.util.Map;

/** Makes payloads unreadable and says in their metadata who did. */
record Marking(String name, boolean encodesFailures) implements PayloadCodec {
    Marking(String name) {
        this(name, false);
    }

    @Override
    public Payload encode(Payload payload) {
        return payload.replacedBy(Map.of("encoding", name), hide(payload.toByteArray()));
    }

    @Override
    public Payload decode(Payload payload) {
        return name.equals(payload.metadata("encoding")) ? payload.replacedBy(hide(payload.data())) : payload;
    }

    /** And back. */
    static byte[] hide(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 0x55;
        }
        return bytes;
    }
}

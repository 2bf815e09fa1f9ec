package dev.heddle.extension.payloadcodec;

import dev.heddle.api.Payload;
import java.util.Map;

/** Compresses whole payloads where that makes them smaller, as the SDKs' own codec does. */
final class Compression {
    /** More than any server takes, and few enough to have in memory: a payload of a kilobyte can claim a thousand. */
    static final int MOST = 128 << 20;

    private final CompressionFormat format;
    private final int from;
    private final Map<String, String> metadata;

    /** Of payloads of so many bytes or more. */
    Compression(CompressionFormat format, int from) {
        this.format = format;
        this.from = from;
        this.metadata = Map.of("encoding", format.encoding());
    }

    Payload compress(Payload payload) {
        int size = payload.size();
        byte[] bytes = size < from ? null : format.compress(payload.toByteArray());
        if (bytes == null) {
            return payload;
        }
        Payload compressed = payload.replacedBy(metadata, bytes);
        return compressed.size() < size ? compressed : payload;
    }

    static Payload decompress(CompressionFormat format, Payload payload) {
        byte[] data = payload.data();
        byte[] bytes;
        try {
            bytes = format.decompress(data);
        } catch (IllegalArgumentException broken) {
            throw new PayloadException(
                    "a compressed payload of " + data.length + " bytes " + broken.getMessage(), broken);
        }
        try {
            return payload.replacedBy(bytes);
        } catch (IllegalArgumentException none) {
            throw new PayloadException("what was compressed is no payload", none);
        }
    }
}

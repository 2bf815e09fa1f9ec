package dev.heddle.extension.payloadcodec;

import dev.heddle.api.Payload;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** zlib of whole payloads as the SDKs' own codec has it, where that makes them smaller. */
final class Compression {
    static final String ENCODING = "binary/zlib";
    private static final Map<String, String> METADATA = Map.of("encoding", ENCODING);
    private static final int BUFFER = 16_384;
    /** More than any server takes, and few enough to have in memory: a payload of a kilobyte can claim a thousand. */
    private static final int MOST = 128 << 20;

    private final int from;

    /** Of payloads of so many bytes or more. */
    Compression(int from) {
        this.from = from;
    }

    Payload compress(Payload payload) {
        int size = payload.size();
        if (size < from) {
            return payload;
        }
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(payload.toByteArray());
            deflater.finish();
            // What does not fit is not smaller.
            byte[] buffer = new byte[size];
            int length = deflater.deflate(buffer);
            Payload compressed = payload.replacedBy(METADATA, Arrays.copyOf(buffer, length));
            return deflater.finished() && compressed.size() < size ? compressed : payload;
        } finally {
            deflater.end();
        }
    }

    static Payload decompress(Payload payload) {
        Inflater inflater = new Inflater();
        try {
            byte[] data = payload.data();
            inflater.setInput(data);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(BUFFER, data.length * 2));
            byte[] buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int length = inflater.inflate(buffer);
                if (length == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new PayloadException("a compressed payload of " + data.length + " bytes is truncated");
                }
                bytes.write(buffer, 0, length);
                if (bytes.size() > MOST) {
                    throw new PayloadException(
                            "a compressed payload of " + data.length + " bytes has more than " + MOST);
                }
            }
            return payload.replacedBy(bytes.toByteArray());
        } catch (DataFormatException | IllegalArgumentException broken) {
            throw new PayloadException("a compressed payload is broken: " + broken.getMessage(), broken);
        } finally {
            inflater.end();
        }
    }
}

package dev.heddle.extension.payloadcodec;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The JDK's zlib. */
final class Zlib {
    private static final int BUFFER = 16_384;

    private Zlib() {}

    static byte[] compress(byte[] plain) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(plain);
            deflater.finish();
            // What does not fit is not smaller.
            byte[] buffer = new byte[plain.length];
            int length = deflater.deflate(buffer);
            return deflater.finished() ? Arrays.copyOf(buffer, length) : null;
        } finally {
            deflater.end();
        }
    }

    static byte[] decompress(byte[] compressed) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(compressed);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(BUFFER, compressed.length * 2));
            byte[] buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int length = inflater.inflate(buffer);
                if (length == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new IllegalArgumentException("is truncated");
                }
                bytes.write(buffer, 0, length);
                if (bytes.size() > Compression.MOST) {
                    throw new IllegalArgumentException("has more than " + Compression.MOST);
                }
            }
            return bytes.toByteArray();
        } catch (DataFormatException broken) {
            throw new IllegalArgumentException("is broken: " + broken.getMessage(), broken);
        } finally {
            inflater.end();
        }
    }
}

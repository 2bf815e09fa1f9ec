package dev.heddle.extension.payloadcodec;

import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** zstd, without native code. */
final class Zstd {
    private Zstd() {}

    static byte[] compress(byte[] plain) {
        ZstdCompressor compressor = new ZstdCompressor();
        byte[] buffer = new byte[compressor.maxCompressedLength(plain.length)];
        int length = compressor.compress(plain, 0, plain.length, buffer, 0, buffer.length);
        return length < plain.length ? Arrays.copyOf(buffer, length) : null;
    }

    static byte[] decompress(byte[] compressed) {
        try {
            long size = ZstdDecompressor.getDecompressedSize(compressed, 0, compressed.length);
            if (size > Compression.MOST) {
                throw new IllegalArgumentException("has more than " + Compression.MOST);
            }
            return size < 0 ? ofUnknownLength(compressed) : ofLength((int) size, compressed);
        } catch (IllegalArgumentException unfit) {
            throw unfit;
        } catch (RuntimeException | IOException broken) {
            throw new IllegalArgumentException("is broken: " + broken.getMessage(), broken);
        }
    }

    private static byte[] ofLength(int size, byte[] compressed) {
        byte[] bytes = new byte[size];
        int length = new ZstdDecompressor().decompress(compressed, 0, compressed.length, bytes, 0, size);
        if (length != size) {
            throw new IllegalArgumentException("is truncated");
        }
        return bytes;
    }

    private static byte[] ofUnknownLength(byte[] compressed) throws IOException {
        try (InputStream in = new ZstdInputStream(new ByteArrayInputStream(compressed))) {
            byte[] bytes = in.readNBytes(Compression.MOST + 1);
            if (bytes.length > Compression.MOST) {
                throw new IllegalArgumentException("has more than " + Compression.MOST);
            }
            return bytes;
        }
    }
}

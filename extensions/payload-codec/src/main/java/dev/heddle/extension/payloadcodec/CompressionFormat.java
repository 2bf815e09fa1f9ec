package dev.heddle.extension.payloadcodec;

/** How payloads are compressed. */
enum CompressionFormat {
    /** As the SDKs' own codec does it. */
    ZLIB("binary/zlib") {
        @Override
        byte[] compress(byte[] plain) {
            return Zlib.compress(plain);
        }

        @Override
        byte[] decompress(byte[] compressed) {
            return Zlib.decompress(compressed);
        }
    },
    /** By a library that is loaded with the first such payload. */
    ZSTD("binary/zstd") {
        @Override
        byte[] compress(byte[] plain) {
            return Zstd.compress(plain);
        }

        @Override
        byte[] decompress(byte[] compressed) {
            return Zstd.decompress(compressed);
        }
    };

    private static final CompressionFormat[] ALL = values();

    private final String encoding;

    CompressionFormat(String encoding) {
        this.encoding = encoding;
    }

    /** The one in which payloads of an encoding are, or {@code null}. */
    static CompressionFormat of(String encoding) {
        for (CompressionFormat format : ALL) {
            if (format.encoding.equals(encoding)) {
                return format;
            }
        }
        return null;
    }

    /** What the metadata of a payload in it say. */
    final String encoding() {
        return encoding;
    }

    /** The bytes compressed, or {@code null} where that does not make them smaller. */
    abstract byte[] compress(byte[] plain);

    /**
     * The bytes as they were.
     *
     * @throws IllegalArgumentException that says what is wrong, such as that there are more than {@link Compression#MOST}
     */
    abstract byte[] decompress(byte[] compressed);
}

package dev.heddle.extension.payloadcodec;

import dev.heddle.api.Payload;
import dev.heddle.api.PayloadCodec;

/**
 * What becomes of a payload that leaves: compressed, encrypted, measured. Of one that comes what was done to it is undone,
 * each once and in whichever order, for what is below may be the application's own. Until it is opened nothing passes.
 */
final class Pipeline implements PayloadCodec {
    private final boolean failures;
    private volatile Steps steps;

    /**
     * What is to be done.
     *
     * @param compression {@code null} to decompress only
     * @param encryption {@code null} to leave alone what is encrypted
     * @param encrypts {@code false} to decrypt only
     */
    record Steps(Compression compression, Encryption encryption, boolean encrypts, SizeGuard size) {}

    Pipeline(boolean failures) {
        this.failures = failures;
    }

    void open(Steps opened) {
        steps = opened;
    }

    private Steps steps() {
        Steps current = steps;
        if (current == null) {
            throw new PayloadException("payloads cannot be encoded: the log of the start says why");
        }
        return current;
    }

    @Override
    public Payload encode(Payload payload) throws Exception {
        Steps current = steps();
        Payload compressed = current.compression == null ? payload : current.compression.compress(payload);
        return current.size.check(current.encrypts ? current.encryption.encrypt(compressed) : compressed);
    }

    @Override
    public Payload decode(Payload payload) throws Exception {
        Steps current = steps();
        Payload decoded = payload;
        boolean decrypt = current.encryption != null;
        boolean decompress = true;
        while (true) {
            String encoding = decoded.metadata("encoding");
            CompressionFormat format = decompress ? CompressionFormat.of(encoding) : null;
            if (decrypt && Encryption.ENCODING.equals(encoding)) {
                decoded = current.encryption.decrypt(decoded);
                decrypt = false;
            } else if (format != null) {
                decoded = Compression.decompress(format, decoded);
                decompress = false;
            } else {
                return decoded;
            }
        }
    }

    @Override
    public boolean encodesFailures() {
        return failures;
    }
}

package dev.heddle.extension.payloadcodec;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import java.time.Duration;
import java.util.Locale;

/**
 * Encrypts and compresses what an application sends through Temporal, and minds its size. It guards: where its keys are
 * not as they should be no client and no worker is made, and nothing leaves in plain.
 */
public final class PayloadEncoding implements Extension {
    private static final String DECODE_ONLY = "decode-only";
    private static final int DATA_KEY_USES = 1_000_000;

    private KeyReloader reloader;

    /** Called by the agent. */
    public PayloadEncoding() {}

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        Pipeline pipeline = new Pipeline("all".equals(settings.get("failures")));
        // First of all: what fails below must leave nothing without it.
        interceptors.codec(pipeline);
        String mode = Choice.of(settings, "mode", "encode", DECODE_ONLY);
        Choice.of(settings, "failures", "details", "all");
        String otherKeys = Choice.of(settings, "other-keys", "refuse", "pass");
        boolean encrypts = settings.get("encryption", true);
        String compression = Choice.of(settings, "compression", "none", "zlib", "zstd");
        boolean compresses = !compression.equals("none");
        int from = settings.bytes("compression.from", 1 << 10);
        SizeGuard size = new SizeGuard(
                settings.bytes("size.warn", 256 << 10),
                settings.bytes("size.refuse", 2 << 20),
                line -> settings.logger().log(WARNING, line),
                System::nanoTime);
        boolean seals = settings.get("data-keys", false);
        DataKeys dataKeys = new DataKeys(
                settings.get("data-keys.age", Duration.ofHours(1)).toNanos(),
                settings.get("data-keys.uses", DATA_KEY_USES),
                System::nanoTime);
        String active = settings.get("key");
        boolean writes = mode.equals("encode");
        Encryption encryption =
                encrypts ? encryption(settings, active, otherKeys.equals("pass"), dataKeys, seals) : null;
        pipeline.open(new Pipeline.Steps(
                writes && compresses
                        ? new Compression(CompressionFormat.valueOf(compression.toUpperCase(Locale.ROOT)), from)
                        : null,
                encryption,
                writes && encrypts,
                size));
        settings.logger()
                .log(INFO, said(writes, encryption, (seals ? "data keys of " : "") + "the key " + active, compresses));
    }

    private Encryption encryption(
            Settings settings, String active, boolean passesOthers, DataKeys dataKeys, boolean seals) {
        Duration reload = settings.get("reload", Duration.ofSeconds(10));
        KeySource source = KeySources.of(settings);
        if (active == null) {
            throw new IllegalArgumentException("key is not set; name the key to encrypt with, by its ID");
        }
        Encryption encryption;
        try {
            encryption = new Encryption(source.read(), active, passesOthers, dataKeys, seals);
        } catch (IllegalArgumentException unfit) {
            throw new IllegalArgumentException(source + " " + unfit.getMessage(), unfit.getCause());
        }
        if (!reload.isZero()) {
            reloader = new KeyReloader(
                    source,
                    encryption,
                    reload,
                    line -> settings.logger().log(INFO, line),
                    line -> settings.logger().log(WARNING, line));
        }
        return encryption;
    }

    private static String said(boolean writes, Encryption encryption, String key, boolean compresses) {
        String decrypts = encryption == null ? "" : "decrypts payloads with the keys " + encryption.keys();
        if (!writes) {
            return encryption == null
                    ? "decompresses payloads, and writes them in plain"
                    : decrypts + ", and writes them in plain: mode is " + DECODE_ONLY;
        }
        String writing = (compresses ? "compresses" : "")
                + (compresses && encryption != null ? " and " : "")
                + (encryption == null ? "" : "encrypts with " + key + ", and " + decrypts);
        return writing.isEmpty() ? "minds the size of payloads" : writing;
    }

    @Override
    public boolean failClosed() {
        return true;
    }

    @Override
    public void close() {
        if (reloader != null) {
            reloader.close();
        }
    }
}

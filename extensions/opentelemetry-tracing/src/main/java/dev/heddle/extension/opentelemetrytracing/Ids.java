package dev.heddle.extension.opentelemetrytracing;

import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

/** Makes IDs: random ones, and of texts the first bytes of their SHA-256. Thread-safe. */
final class Ids {
    /** Where the next thread finds what hashes; one that comes meanwhile makes its own. */
    private final AtomicReference<TextHash> idle = new AtomicReference<>();

    /** The ID of a trace that follows from these texts, one after the other. */
    String trace(String... parts) {
        TextHash hash = take();
        String id = TraceId.fromBytes(hash.of(parts));
        idle.set(hash);
        return id;
    }

    /** The ID of a span that follows from these texts, one after the other. */
    String span(String... parts) {
        TextHash hash = take();
        String id = SpanId.fromBytes(hash.of(parts));
        idle.set(hash);
        return id;
    }

    private TextHash take() {
        TextHash hash = idle.getAndSet(null);
        return hash == null ? new TextHash() : hash;
    }

    static String randomTrace() {
        return TraceId.fromLongs(random(), random());
    }

    static String randomSpan() {
        return SpanId.fromLong(random());
    }

    private static long random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long id = random.nextLong();
        while (id == 0) {
            id = random.nextLong();
        }
        return id;
    }
}

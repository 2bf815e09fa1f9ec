package dev.heddle.extension.opentelemetrytracing;

import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

/** Makes IDs: random ones, and of texts the first bytes of their SHA-256. Thread-safe. */
final class Ids {
    /** Where the next thread finds what hashes; one that comes meanwhile makes its own. */
    private final AtomicReference<TextHash> idle = new AtomicReference<>();

    /** The ID of a trace that follows from a text. */
    String trace(String text) {
        return trace(take().with(text));
    }

    /** The ID of a trace that follows from {@code of/name/number}. */
    String trace(String of, String name, int number) {
        return trace(take().with(of).with("/").with(name).with("/").with(number));
    }

    /** The ID of a trace that follows from {@code of/name/what/number}. */
    String trace(String of, String name, String what, int number) {
        return trace(take(of, name, what).with("/").with(number));
    }

    /** The ID of a span that follows from {@code of/name/what/number}. */
    String span(String of, String name, String what, int number) {
        return span(take(of, name, what).with("/").with(number));
    }

    /** The ID of a span that follows from {@code of/name/number}. */
    String span(String of, String name, int number) {
        return span(take().with(of).with("/").with(name).with("/").with(number));
    }

    /** The ID of a span that follows from {@code of/name/what}. */
    String span(String of, String name, String what) {
        return span(take(of, name, what));
    }

    private TextHash take(String of, String name, String what) {
        return take().with(of).with("/").with(name).with("/").with(what);
    }

    private String trace(TextHash hash) {
        String id = TraceId.fromBytes(hash.end());
        idle.set(hash);
        return id;
    }

    private String span(TextHash hash) {
        String id = SpanId.fromBytes(hash.end());
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

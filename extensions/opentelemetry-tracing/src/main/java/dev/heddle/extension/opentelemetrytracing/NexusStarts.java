package dev.heddle.extension.opentelemetrytracing;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Workflows that the handler of a Nexus operation starts. If its worker dies before it has answered, another one handles it
 * again, and the server gives that the workflow which is there; so the start has the same ID again, and the workflow its parent.
 */
final class NexusStarts {
    private static final ContextKey<NexusStarts> KEY = ContextKey.named("heddle-nexus-starts");

    private final String asked;
    private final AtomicInteger started = new AtomicInteger();

    private NexusStarts(String asked) {
        this.asked = asked;
    }

    /** The context of a handler, which the span of this ID has asked for. */
    static Context within(Context handler, String asked) {
        return handler.with(KEY, new NexusStarts(asked));
    }

    /** The ID of the next start there, or {@code null} if this is none of a handler's. */
    static String nextId(Context current, Ids ids, String name) {
        NexusStarts here = current.get(KEY);
        return here == null ? null : ids.span(here.asked, name, here.started.getAndIncrement());
    }
}

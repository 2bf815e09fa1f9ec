package dev.heddle.extension.opentelemetrytracing;

import java.util.function.Supplier;

/** Which code of a workflow runs on which thread. */
final class OwnCodes implements Supplier<OwnCode> {
    private final ThreadLocal<OwnCode> here = new ThreadLocal<>();

    /** The one on the thread at hand, or {@code null}. */
    @Override
    public OwnCode get() {
        return here.get();
    }

    /** Runs one here; gives what has run until now. */
    OwnCode enter(OwnCode code) {
        OwnCode before = here.get();
        here.set(code);
        return before;
    }

    /** Goes back to what has run before. */
    void leave(OwnCode before) {
        if (before == null) {
            here.remove();
        } else {
            here.set(before);
        }
    }
}

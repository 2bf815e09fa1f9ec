package dev.heddle.extension.payloadcodec;

import dev.heddle.api.Payload;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Minds how large payloads are as the server gets them: says a line of large ones, one a minute, and refuses those that
 * the server would refuse.
 */
final class SizeGuard {
    private static final long PAUSE = 60_000_000_000L;

    private final int warn;
    private final int refuse;
    private final Consumer<String> log;
    private final LongSupplier nanoTime;
    private final AtomicLong said;
    private final AtomicInteger untold = new AtomicInteger();

    /** Of bytes from which on a line is said and a payload is refused; never, if 0. */
    SizeGuard(int warn, int refuse, Consumer<String> log, LongSupplier nanoTime) {
        this.warn = warn;
        this.refuse = refuse;
        this.log = log;
        this.nanoTime = nanoTime;
        this.said = new AtomicLong(nanoTime.getAsLong() - PAUSE);
    }

    /** The payload itself. */
    Payload check(Payload payload) {
        int size = payload.size();
        if (refuse > 0 && size >= refuse) {
            throw new PayloadException("a payload of " + size + " bytes is refused, because size.refuse is " + refuse
                    + "; send less, or where it can be found");
        }
        if (warn > 0 && size >= warn) {
            warn(size);
        }
        return payload;
    }

    private void warn(int size) {
        long last = said.get();
        long now = nanoTime.getAsLong();
        if (now - last < PAUSE || !said.compareAndSet(last, now)) {
            untold.incrementAndGet();
            return;
        }
        int others = untold.getAndSet(0);
        log.accept("a payload of " + size + " bytes leaves"
                + (others == 0 ? "" : ", after " + others + " large ones more") + "; from "
                + (refuse > 0 ? refuse + " bytes on it would be refused" : "2 MiB on a server refuses it"));
    }
}

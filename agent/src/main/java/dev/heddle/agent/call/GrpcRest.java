package dev.heddle.agent.call;

import dev.heddle.api.Call;
import java.util.function.BiConsumer;

/**
 * Measures the rest of a gRPC call, which goes on when its interceptor has returned: the time until its end, without that
 * of the interceptor. An end that comes before the interceptor returns is in its time, and there is no rest. Thread-safe.
 */
final class GrpcRest implements BiConsumer<Object, Throwable> {
    private final TimeSample rest;
    private final long begin = System.nanoTime();
    /** How long the interceptor has taken, and the call; 0 while it does. */
    private long own;

    private long whole;

    private GrpcRest(TimeSample rest) {
        this.rest = rest;
    }

    /** Measures one that begins, for this sample. */
    static GrpcRest of(Call call, TimeSample rest) {
        GrpcRest measured = new GrpcRest(rest);
        call.onCompletion(measured);
        return measured;
    }

    /** The interceptor has returned after so long. */
    synchronized void left(long nanos) {
        own = Math.max(1, nanos);
        add();
    }

    @Override
    public synchronized void accept(Object result, Throwable failure) {
        whole = Math.max(1, System.nanoTime() - begin);
        add();
    }

    private void add() {
        if (own != 0 && whole > own) {
            rest.add(whole - own);
        }
    }
}

package dev.heddle.interop;

import dev.heddle.api.GrpcCall;
import dev.heddle.api.Interceptor;
import java.util.concurrent.atomic.AtomicInteger;

/** The side of a call, and the interceptor of every call on it. */
public enum Side implements Interceptor<GrpcCall> {
    CLIENT,
    SERVER;

    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public Object intercept(GrpcCall call) throws Throwable {
        calls.incrementAndGet();
        return Flavour.current().intercept(call);
    }

    /** How many calls were intercepted since this was asked for. */
    public int takeCalls() {
        return calls.getAndSet(0);
    }
}

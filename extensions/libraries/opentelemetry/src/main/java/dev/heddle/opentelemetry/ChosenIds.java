package dev.heddle.opentelemetry;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;

/**
 * Generates the IDs of an SDK: for the span that Heddle makes at this moment on this thread those that were chosen, and
 * otherwise what the SDK's own generator does. A proxy, because the interface may be another class loader's.
 */
final class ChosenIds implements InvocationHandler {
    private final Object own;
    private final ThreadLocal<String[]> chosen = new ThreadLocal<>();

    /** Before another generator. */
    ChosenIds(Object own) {
        this.own = own;
    }

    /** Chooses those of the next span on this thread. */
    void choose(String traceId, String spanId) {
        chosen.set(new String[] {traceId, spanId});
    }

    /** Chooses no more. */
    void forget() {
        chosen.remove();
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] parameters) throws Throwable {
        String[] now = chosen.get();
        if (now != null && method.getName().equals("generateTraceId")) {
            return now[0];
        }
        if (now != null && method.getName().equals("generateSpanId")) {
            return now[1];
        }
        method.setAccessible(true);
        return method.invoke(own, parameters);
    }
}

package dev.heddle.opentelemetry;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * The same as the other overridden parts, for an SDK whose classes are another loader's, as those of OpenTelemetry's own
 * agent are: a proxy of whatever it is there.
 */
final class ForeignPart implements InvocationHandler {
    private static final Object NOTHING = new Object();

    private final Object own;
    private final SpanOverrides overrides;
    private long apart;

    ForeignPart(Object own, SpanOverrides overrides) {
        this.own = own;
        this.overrides = overrides;
    }

    /** Of a clock: see {@link OverriddenClock}. */
    ForeignPart apart() throws ReflectiveOperationException {
        apart = ask("now") - ask("nanoTime");
        return this;
    }

    private long ask(String method) throws ReflectiveOperationException {
        Method asked = own.getClass().getMethod(method);
        asked.setAccessible(true);
        return (Long) asked.invoke(own);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] parameters) throws Throwable {
        Object answer = override(method.getName(), parameters);
        if (answer != null) {
            return answer == NOTHING ? null : answer;
        }
        try {
            method.setAccessible(true);
            return method.invoke(own, parameters);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    /** What it answers instead of the SDK's own, or {@code null}. */
    private Object override(String method, Object... parameters) throws ReflectiveOperationException {
        switch (method) {
            case "generateTraceId":
                return overrides.traceId();
            case "generateSpanId":
                return overrides.spanId();
            default:
                WorkflowCode code = overrides.code();
                return code == null ? null : override(code, method, parameters);
        }
    }

    private Object override(WorkflowCode code, String method, Object... parameters)
            throws ReflectiveOperationException {
        switch (method) {
            case "now":
                return code.now();
            case "nanoTime":
                return code.now() - apart;
            case "onEnd":
                return overrides.tells(code, spanId(parameters[0])) ? null : NOTHING;
            default:
                return null;
        }
    }

    private static String spanId(Object span) throws ReflectiveOperationException {
        Method context = span.getClass().getMethod("getSpanContext");
        context.setAccessible(true);
        Object ofSpan = context.invoke(span);
        Method id = ofSpan.getClass().getMethod("getSpanId");
        id.setAccessible(true);
        return (String) id.invoke(ofSpan);
    }
}

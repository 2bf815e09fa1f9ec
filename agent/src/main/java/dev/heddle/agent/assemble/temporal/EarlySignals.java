package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.temporal.Adapters;
import dev.heddle.agent.call.temporal.EarlySignal;
import io.temporal.common.converter.EncodedValues;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor.SignalInput;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;

/** Sends signals through their chain that came before the workflow registered a handler of any signal. */
final class EarlySignals implements EarlySignal.Inputs {
    private final Adapters adapters;
    private final Constructor<?> input;

    EarlySignals(Adapters adapters) {
        this.adapters = adapters;
        this.input = SignalInput.class.getConstructors()[0];
    }

    /** What the SDK is to hand the next such signal to. */
    Object expect(Object handler) {
        return EarlySignal.expect(adapters, handler, this);
    }

    /** The SDK is about to hand it on, and reads what it has kept of it. */
    Object bring(Object data, Object payload) {
        EarlySignal.bring(adapters, data);
        return payload;
    }

    /** Of the parts that the version has: before 1.22 there is no header. */
    @Override
    public Object of(Object data, String name, EncodedValues arguments) {
        Class<?>[] types = input.getParameterTypes();
        Object[] parts = new Object[types.length];
        parts[0] = name;
        parts[1] = new Object[] {arguments};
        parts[2] = kept(data, "getEventId");
        if (parts.length > 3) {
            parts[3] = kept(data, "getHeader");
        }
        try {
            return input.newInstance(parts);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object kept(Object data, String getter) {
        try {
            Method method = data.getClass().getDeclaredMethod(getter);
            method.setAccessible(true);
            return method.invoke(data);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

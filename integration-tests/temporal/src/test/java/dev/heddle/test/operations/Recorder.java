package dev.heddle.test.operations;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Stands where the SDK's own object would: takes note of each call and answers as it was told. */
public final class Recorder implements InvocationHandler {
    private final Map<String, Supplier<Object>> answers = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();
    private Throwable failure;

    /** A call that has arrived. */
    public record Call(Method method, Object[] parameters) {}

    /** What a method is to return. */
    Recorder answer(String method, Supplier<Object> answer) {
        answers.put(method, answer);
        return this;
    }

    /** What every method is to throw. */
    public void fail(Throwable with) {
        failure = with;
    }

    void forget() {
        calls.clear();
    }

    /** All that have arrived. */
    public List<Call> calls() {
        return calls;
    }

    Call only() {
        if (calls.size() != 1) {
            throw new AssertionError("expected one call and there were " + calls);
        }
        return calls.get(0);
    }

    <S> S as(Class<S> surface) {
        return surface.cast(Proxy.newProxyInstance(surface.getClassLoader(), new Class<?>[] {surface}, this));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] parameters) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> proxy == parameters[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "recorder";
            };
        }
        calls.add(new Call(method, parameters == null ? new Object[0] : parameters));
        if (failure != null) {
            throw failure;
        }
        Supplier<Object> answer = answers.get(method.getName());
        return answer == null ? null : answer.get();
    }
}

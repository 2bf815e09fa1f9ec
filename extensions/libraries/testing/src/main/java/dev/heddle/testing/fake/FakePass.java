package dev.heddle.testing.fake;

import dev.heddle.api.Call;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.Headers;
import dev.heddle.api.Interceptor;
import dev.heddle.api.Operation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** One pass of a call through a chain. A proxy, so that a new accessor of the API needs nothing here. */
final class FakePass implements InvocationHandler {
    private final Operation operation;
    private final Map<String, Object> values;
    private final Headers headers;
    private final List<GrpcEvents> events;
    private Object[] arguments;
    private final List<? extends Interceptor<? super Call>> chain;
    private final FakeCall.Library library;
    private final List<BiConsumer<Object, Throwable>> completions = new ArrayList<>();
    private final Map<Object, Object> attributes = new IdentityHashMap<>();
    private final Call call;
    private int position;

    FakePass(
            Class<? extends Call> type,
            Operation operation,
            Map<String, Object> values,
            Headers headers,
            List<GrpcEvents> events,
            Object[] arguments,
            List<? extends Interceptor<? super Call>> chain,
            FakeCall.Library library) {
        this.operation = operation;
        this.values = values;
        this.headers = headers;
        this.events = events;
        this.arguments = arguments;
        this.chain = chain;
        this.library = library;
        this.call = (Call) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this);
    }

    Object run() throws Throwable {
        Object result;
        try {
            result = proceed();
        } catch (Exception failure) {
            completions.forEach(done -> done.accept(null, failure));
            throw failure;
        }
        if (result instanceof CompletableFuture<?> later) {
            later.whenComplete((value, failure) -> completions.forEach(done -> done.accept(value, failure)));
        } else {
            completions.forEach(done -> done.accept(result, null));
        }
        return result;
    }

    private Object proceed() throws Throwable {
        int at = position++;
        if (at > chain.size()) {
            throw new IllegalStateException("no call runs twice");
        }
        return at == chain.size() ? library.answer(arguments) : chain.get(at).intercept(call);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object invoke(Object proxy, Method method, Object[] parameters) throws Throwable {
        return switch (method.getName()) {
            case "operation" -> operation;
            case "headers" -> headers;
            case "arguments" -> Collections.unmodifiableList(Arrays.asList(arguments));
            case "setArguments" -> {
                arguments = ((List<?>) parameters[0]).toArray();
                yield null;
            }
            case "request" -> CompletableFuture.completedFuture(arguments.length == 0 ? null : arguments[0]);
            case "get" -> attributes.get(parameters[0]);
            case "set" -> attributes.put(parameters[0], parameters[1]);
            case "proceed" -> proceed();
            case "onCompletion" -> completions.add((BiConsumer<Object, Throwable>) parameters[0]) ? null : null;
            case "events" -> events.add((GrpcEvents) parameters[0]) ? null : null;

            case "toString" -> operation.toString();
            default ->
                method.isDefault() && !values.containsKey(method.getName())
                        ? InvocationHandler.invokeDefault(proxy, method, parameters)
                        : value(method);
        };
    }

    private Object value(Method method) {
        Object nothing = switch (method.getReturnType().getName()) {
            case "boolean" -> false;
            case "int" -> 0;
            case "long" -> 0L;
            default -> null;
        };
        return values.getOrDefault(method.getName(), nothing);
    }
}

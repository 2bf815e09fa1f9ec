package dev.heddle.testing.fake;

import dev.heddle.api.GrpcClientCall;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.GrpcMethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The call as one interceptor has it. A proxy, so that a new accessor of the API needs nothing here. */
final class FakeView implements InvocationHandler {
    private final FakePass pass;
    private final int position;
    private boolean goneOn;
    private boolean requestIsThere;
    private CompletableFuture<Object> response;
    private final List<Supplier<? extends AutoCloseable>> scopes = new ArrayList<>();

    FakeView(FakePass pass, int position) {
        this.pass = pass;
        this.position = position;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object invoke(Object proxy, Method method, Object[] parameters) throws Throwable {
        return switch (method.getName()) {
            case "operation" -> pass.described.operation;
            case "headers" -> pass.described.headers;
            case "arguments" -> arguments();
            case "setArguments" -> setArguments((List<?>) parameters[0]);
            case "request" -> request();
            case "requests" -> CompletableFuture.completedFuture(List.of(pass.arguments));
            case "proceed" -> proceed();
            case "response" -> response().copy();
            case "onCompletion" -> pass.completions.add((BiConsumer<Object, Throwable>) parameters[0]) ? null : null;
            case "events" -> pass.described.events.add((GrpcEvents) parameters[0]) ? null : null;
            case "get" -> pass.described.attributes.get(parameters[0]);
            case "scope" -> scope((Supplier<? extends AutoCloseable>) parameters[0], proxy, method);
            case "set" -> set(parameters[0], parameters[1]);
            case "unwrap" -> unwrap((Class<?>) parameters[0]);
            case "replace" -> replace((Class<?>) parameters[0], parameters[1]);
            case "setTimeout" -> value("timeRemaining", parameters[0]);
            case "setWaitForReady" -> value("waitForReady", parameters[0]);
            case "setCompression" -> value("compression", parameters[0]);
            case "equals" -> proxy == parameters[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> pass.described.operation.toString();
            default -> accessor(proxy, method, parameters);
        };
    }

    private Object proceed() throws Throwable {
        try (FakeScopes open = FakeScopes.open(scopes)) {
            return further();
        }
    }

    private Object further() throws Throwable {
        goOn();
        // What comes out of a gRPC call's way on is no exception, but in a stage.
        return pass.isGrpc() ? pass.stageFrom(position + 1) : pass.from(position + 1);
    }

    private CompletableFuture<Object> response() {
        boolean again = response != null
                && response.isCompletedExceptionally()
                && GrpcClientCall.class.isAssignableFrom(pass.type);
        if (!again) {
            goOn();
        }
        try (FakeScopes open = FakeScopes.open(scopes)) {
            response = pass.stageFrom(position + 1);
        }
        return response;
    }

    private void goOn() {
        if (pass.isWorkflow() && Thread.currentThread() != pass.thread) {
            throw new IllegalStateException("a workflow's call goes on from its own thread only");
        }
        if (goneOn) {
            throw new IllegalStateException("this call has gone on before, and no call runs twice");
        }
        goneOn = true;
    }

    /** A test of gRPC can also open it by the call's events. */
    private Object scope(Supplier<? extends AutoCloseable> scope, Object proxy, Method method) throws Throwable {
        if (goneOn) {
            throw new IllegalStateException("the call has gone on");
        }
        if (!GrpcClientCall.class.isAssignableFrom(pass.type)) {
            scopes.add(scope);
        }
        return method.isDefault() ? InvocationHandler.invokeDefault(proxy, method, scope) : null;
    }

    /** The one request is there once somebody has asked for it. */
    private List<Object> arguments() {
        boolean hidden = pass.isGrpc() && !requestIsThere;
        return hidden ? List.of() : Collections.unmodifiableList(Arrays.asList(pass.arguments));
    }

    private Object setArguments(List<?> arguments) {
        if (goneOn) {
            throw new IllegalStateException("the call has gone on");
        }
        pass.arguments = arguments.toArray();
        return null;
    }

    private CompletableFuture<Object> request() {
        if (((GrpcMethodType) pass.described.values.get("methodType")).requestStream()) {
            throw new UnsupportedOperationException("the requests are a stream");
        }
        requestIsThere = true;
        return CompletableFuture.completedFuture(pass.arguments.length == 0 ? null : pass.arguments[0]);
    }

    private Object set(Object attribute, Object value) {
        if (value == null) {
            pass.described.attributes.remove(attribute);
        } else {
            pass.described.attributes.put(attribute, value);
        }
        return null;
    }

    private Object unwrap(Class<?> type) {
        return pass.described.objects.stream()
                .filter(type::isInstance)
                .findFirst()
                .orElse(null);
    }

    private Object replace(Class<?> type, Object replacement) {
        if (!pass.described.objects.removeIf(type::isInstance)) {
            throw new IllegalArgumentException("this call has no " + type.getName());
        }
        pass.described.objects.add(replacement);
        return null;
    }

    private Object value(String accessor, Object value) {
        pass.described.with(accessor, value);
        return null;
    }

    private Object accessor(Object proxy, Method method, Object[] parameters) throws Throwable {
        Object value = pass.described.values.get(method.getName());
        if (value != null) {
            return value;
        }
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, parameters);
        }
        Class<?> type = method.getReturnType();
        if (type == Optional.class) {
            return Optional.empty();
        }
        return type == boolean.class ? (Object) false : type == int.class ? (Object) 0 : null;
    }
}

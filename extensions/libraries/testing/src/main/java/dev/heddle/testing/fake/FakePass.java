package dev.heddle.testing.fake;

import dev.heddle.api.Call;
import dev.heddle.api.GrpcCall;
import dev.heddle.api.Interceptor;
import dev.heddle.api.WorkflowCall;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** One pass of a call through a chain: what all its interceptors share. */
final class FakePass {
    final FakeCall described;
    final Class<? extends Call> type;
    final List<BiConsumer<Object, Throwable>> completions = new ArrayList<>();
    final Thread thread = Thread.currentThread();
    Object[] arguments;
    private final List<? extends Interceptor<? super Call>> chain;
    private final FakeCall.Library library;

    FakePass(
            FakeCall described,
            Object[] arguments,
            List<? extends Interceptor<? super Call>> chain,
            FakeCall.Library library) {
        this.described = described;
        this.type = described.operation.category().callType();
        this.arguments = arguments;
        this.chain = chain;
        this.library = library;
    }

    Object run() throws Throwable {
        Object result;
        try {
            result = from(0);
        } catch (Throwable failure) {
            complete(null, failure);
            throw failure;
        }
        if (result instanceof CompletionStage<?> stage) {
            stage.whenComplete(this::complete);
            return isGrpc() ? outcome(stage.toCompletableFuture()) : result;
        }
        complete(result, null);
        return result;
    }

    private void complete(Object result, Throwable failure) {
        completions.forEach(done -> done.accept(result, unwrapped(failure)));
    }

    /** The chain from an interceptor on, or the library after the last. */
    Object from(int position) throws Throwable {
        if (position == chain.size()) {
            return library.answer(arguments);
        }
        Call view = (Call)
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new FakeView(this, position));
        return chain.get(position).intercept(view);
    }

    /** The same as a stage, whatever it answers or throws. */
    CompletableFuture<Object> stageFrom(int position) {
        try {
            Object answer = from(position);
            CompletableFuture<Object> stage = new CompletableFuture<>();
            if (answer instanceof CompletionStage<?> later) {
                later.whenComplete((value, failure) -> {
                    if (failure == null) {
                        stage.complete(value);
                    } else {
                        stage.completeExceptionally(unwrapped(failure));
                    }
                });
            } else {
                stage.complete(answer);
            }
            return stage;
        } catch (Throwable thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }

    boolean isGrpc() {
        return GrpcCall.class.isAssignableFrom(type);
    }

    boolean isWorkflow() {
        return type == WorkflowCall.class;
    }

    /** Of a call that is over what came of it, else the stage. */
    private static Object outcome(CompletableFuture<?> stage) throws Throwable {
        if (!stage.isDone()) {
            return stage;
        }
        try {
            return stage.join();
        } catch (CompletionException failed) {
            throw unwrapped(failed);
        }
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}

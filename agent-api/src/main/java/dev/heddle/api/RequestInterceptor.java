package dev.heddle.api;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Interceptor} of gRPC calls that has the request in hand: see {@link Interceptors#onRequest}.
 *
 * <pre>{@code
 * (call, request) -> known(request) ? call.proceed() : reject(call.name())
 * }</pre>
 *
 * @param <C> the calls it understands
 */
@FunctionalInterface
public interface RequestInterceptor<C extends GrpcCall> {
    /**
     * Handles one call.
     *
     * @param request the one request, or {@code null} of a method whose requests are a stream
     * @return as of {@link Interceptor#intercept}
     * @throws Throwable as of {@link Interceptor#intercept}
     */
    @Nullable
    Object intercept(C call, @Nullable Object request) throws Throwable;

    /** What an interceptor answers, or throws, as a stage. */
    @SuppressWarnings("unchecked") // What is in the stage is looked at by who made it.
    static <C extends GrpcCall> CompletionStage<@Nullable Object> stage(
            RequestInterceptor<? super C> interceptor, C call, @Nullable Object request) {
        try {
            Object answer = interceptor.intercept(call, request);
            return answer instanceof CompletionStage<?> later
                    ? (CompletionStage<@Nullable Object>) later
                    : CompletableFuture.completedFuture(answer);
        } catch (Throwable thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }
}

package dev.heddle.api;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * A gRPC call. The chain runs when the request is complete, or of a request stream when it begins; it runs on the
 * thread of the application or of gRPC that got there, and may not block, because gRPC often needs that very thread to
 * bring the response. So what comes back is a stage, and streams are {@linkplain #events watched}:
 *
 * <pre>{@code
 * call -> call.reply().thenApply(response -> ((String) response).toUpperCase())
 * call -> call.reply().exceptionallyCompose(failure -> call.reply())               // once again, on a client
 * call -> call.requests().thenCompose(requests -> known(requests) ? answer(requests) : call.reply())
 * }</pre>
 *
 * <p>The answer of an interceptor is what {@link #proceed()} or {@link #reply()} gave, or a response in its place, or a
 * stage of one; for a response stream, if the call did not go on, an {@link Iterable} of the responses.
 *
 * <p>A {@linkplain RefusedException refusal} ends the call with PERMISSION_DENIED, a {@link GrpcException} with its
 * status; a guard's accident with UNAVAILABLE. Unlike other calls this one stays valid until it ends, on any thread,
 * one at a time.
 */
public interface GrpcCall extends Call {
    /** The method, as {@code package.Service/Method}. */
    @Override
    String name();

    /** {@code null}: gRPC gives calls no ID. */
    @Override
    default String id() {
        return null;
    }

    /** The method's name in its parts. */
    GrpcMethodName methodName();

    /** The method's kind. */
    GrpcKind kind();

    /** The time left, negative if it is over; {@code null} without a deadline. */
    Duration deadline();

    /** The authority that the call is for. */
    String authority();

    /** The address at the other end; {@code null} where it is not known: on a client before the response headers. */
    String peer();

    /**
     * The metadata: of a server's call read-only. Values are strings, or {@code byte[]} under a name in {@code -bin}.
     */
    @Override
    Headers headers();

    /** The one request, to read or to replace; empty if the requests are a stream. */
    @Override
    Object[] arguments();

    /** The one request, or {@code null} if the requests are a stream. */
    default Object request() {
        Object[] arguments = arguments();
        return arguments.length == 0 ? null : arguments[0];
    }

    /**
     * All requests, once the last has come. It holds a request stream back until then, and going on from there hands on
     * what was held, as often as one likes. Not for streams whose sender waits for a response before it goes on. Ask
     * before {@link #proceed()} or {@link #reply()}.
     */
    CompletionStage<List<Object>> requests();

    /** Has {@code events} told of what passes from here on. Call it before {@link #proceed()} or {@link #reply()}. */
    void events(GrpcEvents events);

    /**
     * Has the application's code run in a scope whenever this call gets there, as {@link GrpcEvents#scope()} does: such
     * as a server's handler each time a request of a stream comes.
     *
     * @param scope opens it and answers what closes it, or {@code null}
     */
    default void scope(Supplier<? extends AutoCloseable> scope) {
        events(new GrpcEvents() {
            @Override
            public AutoCloseable scope() {
                return scope.get();
            }
        });
    }

    /**
     * Goes on, and leaves the response as it will be: return what this returns. It is opaque; to see the response use
     * {@link #reply()} or {@link #events}.
     *
     * @throws IllegalStateException if the interceptor has gone on before
     */
    @Override
    Object proceed();

    /**
     * Goes on, and gives the response when the call has ended: {@code null} for a response stream. It fails with
     * {@link GrpcException}, or on a server with what the handler threw. The stage cannot be waited for: its
     * {@code get} and {@code join} throw {@link IllegalStateException} where they would block.
     *
     * @throws IllegalStateException on a server if the interceptor has gone on before: no handler runs twice
     */
    CompletionStage<Object> reply();

    /** Told with the response ({@code null} for a stream), or with a failure as of {@link #reply()}. */
    @Override
    void onCompletion(BiConsumer<? super Object, ? super Throwable> done);
}

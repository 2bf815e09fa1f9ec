package dev.heddle.api;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A gRPC call. The chain runs when the call begins: on a server as it arrives, with headers, method and peer known and
 * nothing requested or parsed yet, on a client as the application starts it. {@link #proceed()} begins the real call
 * then and there, and from then on everything is the library's own.
 *
 * <p>Who wants more says so, and only that is then put off or held:
 *
 * <pre>{@code
 * call -> call.proceed()                                                           // nothing
 * call -> call.request().thenCompose(request -> ok(request) ? call.response() : refuse())
 * call -> call.response().thenApply(response -> ((String) response).toUpperCase())
 * call -> call.requests().thenCompose(requests -> known(requests) ? answer(requests) : call.response())
 * }</pre>
 *
 * <p>The chain runs on the thread of the application or of gRPC that begins the call and may not block, because gRPC
 * often needs that very thread to bring the response. So what comes later is a stage, and messages are
 * {@linkplain #events watched} as they pass.
 *
 * <p>The answer of an interceptor is what {@link #proceed()} or {@link #response()} gave, or a response in its place, or
 * a stage of any of these; for a response stream, if the call did not go on, an {@link Iterable} of the responses.
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
    default @Nullable String id() {
        return null;
    }

    /** The method's name in its parts. */
    GrpcMethodName methodName();

    /** How many messages the method takes and gives. */
    GrpcMethodType methodType();

    /** The time left until the deadline, negative if it is over; {@code null} without a deadline. */
    @Nullable
    Duration timeRemaining();

    /** The authority that the call is for. */
    @Nullable
    String authority();

    /** The address at the other end; {@code null} where it is not known: on a client before the response headers. */
    @Nullable
    String peer();

    /** The metadata: of a server's call read-only. */
    @Override
    Headers headers();

    /**
     * The one request, once it is there: see {@link #request()}. Before that, and if the requests are a stream, empty.
     */
    @Override
    List<@Nullable Object> arguments();

    /**
     * The one request, when it has come. Asked for before going on it puts off the beginning of the real call until
     * then: a server asks its library for the request, which is parsed; a client waits until the application has sent
     * it. If the call ends before, this fails with a {@link GrpcException}, and the handler or server hears nothing of
     * the call. Asked for after {@link #proceed()} it puts off nothing.
     *
     * @throws UnsupportedOperationException if the requests are a stream
     */
    CompletionStage<Object> request();

    /**
     * All requests, once the last has come. It holds a request stream back until then, and going on from there hands on
     * what was held, as often as one likes. Not for streams whose sender waits for a response before it goes on. Ask
     * before {@link #proceed()} or {@link #response()}.
     */
    CompletionStage<List<Object>> requests();

    /**
     * Has {@code events} told of what passes from here on. Call it before {@link #proceed()} or {@link #response()}.
     *
     * @throws IllegalStateException if the interceptor has gone on
     */
    void events(GrpcEvents events);

    /**
     * Has the application's code run in a scope whenever this call gets there, as {@link GrpcEvents#scope()} does: a
     * server's handler when it is started and each time something comes, and what waits for a client's responses.
     */
    @Override
    default void scope(Supplier<? extends @Nullable AutoCloseable> scope) {
        events(new GrpcEvents() {
            @Override
            public @Nullable AutoCloseable scope() {
                return scope.get();
            }
        });
    }

    /**
     * Goes on, and leaves the response as it will be: return what this returns. It is opaque; to see the response use
     * {@link #response()} or {@link #events}. A refusal thrown after it ends the call; on a server, whose handler may be at
     * it on another thread, ask for {@link #response()}, {@link #events} or {@link #onCompletion} before if you may yet
     * refuse: gRPC's calls take one thread at a time.
     *
     * @throws IllegalStateException if the interceptor has gone on before
     */
    @Override
    Object proceed();

    /**
     * Goes on, and gives the response when the call has ended: {@code null} for a response stream, whose messages pass
     * as they come. Until the interceptor's answer is known the one response and the end of the call are held. It fails
     * with {@link GrpcException}, or on a server with what the handler threw.
     *
     * <p>What is asked for while the interceptor runs begins when it returns, so that its answer is known should the call
     * end at once; later, from a stage, it begins then and there.
     *
     * <p>The stage cannot be completed from outside, and its {@code get} and {@code join} throw
     * {@link IllegalStateException} where they would block.
     *
     * @throws IllegalStateException if the interceptor has gone on before; on a client it may ask again after the stage
     *     has failed, which calls the server again, unless a message of a response stream has passed, or one of a request
     *     stream that {@link #requests()} has not kept
     */
    CompletionStage<@Nullable Object> response();

    /**
     * Told with the response ({@code null} for a stream), or with a failure as of {@link #response()}, as it leaves this
     * interceptor; of a client's call that is tried again by one further out, each time. Ask before going on.
     *
     * @throws IllegalStateException if the interceptor has gone on
     */
    @Override
    void onCompletion(BiConsumer<? super @Nullable Object, ? super @Nullable Throwable> done);
}

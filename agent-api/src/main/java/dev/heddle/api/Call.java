package dev.heddle.api;

import java.util.function.BiConsumer;

/**
 * One call on its way through the chain. It is made for one pass and one thread: use it inside
 * {@link Interceptor#intercept}, and keep what you need of it rather than the call.
 */
public interface Call {
    /** What kind of call this is. */
    Operation operation();

    /**
     * The name of what is called: the workflow, activity or schedule type, the signal, query or update, the Nexus
     * service and operation as {@code service/operation}, a gRPC method as {@code package.Service/Method}; {@code null} where nothing has a name.
     */
    String name();

    /**
     * The ID of what is called: a workflow, activity, update, schedule or Nexus operation; {@code null} where the
     * caller gave none, so that the library will choose one, or the call has none.
     */
    String id();

    /** The headers, live; {@linkplain Headers#writable() read-only} where the call arrives or carries none. */
    Headers headers();

    /**
     * What the application passed, in order: the arguments of a workflow, activity, signal, query, update or Nexus
     * operation; of any other operation the parameters of the library's method or the parts of its input. Replace an
     * element to replace the argument; the application's own array stays as it is.
     */
    Object[] arguments();

    /**
     * Replaces all arguments, also by more or fewer.
     *
     * @throws UnsupportedOperationException where the library's input cannot take them
     */
    void arguments(Object... arguments);

    /**
     * Goes on: to the next interceptor, in the end to the library. Returns the result as the application knows it: a
     * value, or for what finishes later the library's {@code Promise}, the JDK's {@code CompletableFuture}, or what
     * stands for a {@linkplain GrpcCall#proceed() gRPC response}.
     *
     * @throws Throwable what the application or the library threw, as the same instance
     * @throws IllegalStateException if it is called a second time: no call runs twice because of Heddle
     */
    Object proceed() throws Throwable;

    /**
     * Has {@code done} told of the outcome once, as (result, {@code null}) or ({@code null}, exception): for a call
     * that finishes later when it does, otherwise when the chain has returned. It hears nothing of a workflow thread
     * that is destroyed or continues as new, because that is no outcome, nor of an activity that is completed
     * elsewhere. A failure of {@code done} is an accident.
     */
    void onCompletion(BiConsumer<? super Object, ? super Throwable> done);

    /**
     * The library's own input, the way out for all that this API does not offer: for Temporal the one input object of
     * the interceptor's method, or an array of its parameters; for gRPC see {@link GrpcClientCall} and {@link GrpcServerCall}.
     */
    Object source();
}

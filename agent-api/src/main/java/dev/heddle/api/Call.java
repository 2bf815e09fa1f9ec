package dev.heddle.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way through the chain. It is made for one pass: use it inside {@link Interceptor#intercept}, and keep
 * what you need of it rather than the call. Each interceptor has a view of its own on the call; those of one call are
 * equal. Only Heddle and its testing kit implement this interface and those that
 * extend it, which may grow.
 */
public interface Call {
    /** What kind of call this is. */
    Operation operation();

    /**
     * The name of what is called: the workflow, activity or schedule type, the signal, query or update, the Nexus
     * service and operation as {@code service/operation}, a gRPC method as {@code package.Service/Method}; {@code null}
     * where nothing has a name.
     */
    @Nullable
    String name();

    /**
     * The ID of what is called: a workflow, activity, update, schedule or Nexus operation; {@code null} where the
     * caller gave none, so that the library will choose one, or the call has none.
     */
    @Nullable
    String id();

    /** The headers, live; {@linkplain Headers#writable() read-only} where the call arrives or carries none. */
    Headers headers();

    /**
     * What the application passed, in order: the arguments of a workflow, activity, signal, query, update or Nexus
     * operation; of any other operation the parameters of the library's method or the parts of its input. Read-only;
     * the application's own array stays as it is whatever becomes of these.
     */
    List<@Nullable Object> arguments();

    /** One of the {@link #arguments()}, or {@code null} where there are fewer. */
    default @Nullable Object argument(int index) {
        List<@Nullable Object> arguments = arguments();
        return index < arguments.size() ? arguments.get(index) : null;
    }

    /**
     * Replaces all arguments.
     *
     * @throws IllegalArgumentException if the called method is known and cannot take them, by their number or type
     * @throws IllegalStateException if the call has gone on
     */
    void setArguments(List<? extends @Nullable Object> arguments);

    /**
     * Replaces one argument.
     *
     * @throws IndexOutOfBoundsException if there is no such argument
     * @throws IllegalArgumentException as of {@link #setArguments}
     */
    default void setArgument(int index, @Nullable Object argument) {
        List<@Nullable Object> changed = new ArrayList<>(arguments());
        changed.set(index, argument);
        setArguments(changed);
    }

    /**
     * Goes on: to the next interceptor, in the end to the library. Returns the result as the application knows it: a
     * value, or for what finishes later the library's {@code Promise}, the JDK's {@code CompletableFuture}, or what
     * stands for a {@linkplain GrpcCall#proceed() gRPC response}.
     *
     * <p>The calls of clients, activities and Nexus handlers may go on from another thread than their own, also while
     * their interceptor waits for that with a time limit: a call that is under way has gone on. A workflow's may not.
     *
     * @throws Throwable what the application or the library threw, as the same instance
     * @throws IllegalStateException if the call has gone on before, if it is over, or if it is a workflow's and this is
     *     another thread: no call runs twice because of Heddle
     */
    @Nullable
    Object proceed() throws Throwable;

    /**
     * Has {@code done} told of the outcome once, as (result, {@code null}) or ({@code null}, exception): for a call
     * that finishes later when it does, otherwise when the chain has returned. It hears nothing of a workflow thread
     * that is destroyed or continues as new, because that is no outcome, nor of an activity that is completed
     * elsewhere. A failure of {@code done} is an accident.
     */
    void onCompletion(BiConsumer<? super @Nullable Object, ? super @Nullable Throwable> done);

    /**
     * Has the application's code run in a scope while it works on this call, wherever it runs: the place to make a context
     * current on its thread. Ask before going on. It is opened
     *
     * <ul>
     *   <li>around {@link #proceed()}, on the thread that goes on;
     *   <li>of what reaches a workflow also around the functions of {@code Async} and the callbacks of promises that such
     *       code begins or registers, and those of these, when they run, on whatever thread: a callback runs in the scope of
     *       the call that has registered it, not of the one that completes the promise, whose own scope is closed meanwhile;
     *   <li>of gRPC around each callback into the application: see {@link GrpcEvents#scope()}.
     * </ul>
     *
     * <p>Each time it is opened it is closed on the same thread, the last one first, also where Temporal destroys the
     * thread. It runs on workflow threads: see {@link Interceptor} for what that forbids; it asks nothing of Temporal. A
     * failure of it is an accident, and the code runs without; of a guard it refuses the call, or fails the workflow task.
     *
     * @param scope opens it and answers what closes it, or {@code null}; called from several threads
     * @throws IllegalStateException if the call has gone on
     */
    void scope(Supplier<? extends @Nullable AutoCloseable> scope);

    /** The value that an interceptor of this caller has {@linkplain #set set}, or {@code null}. */
    <T> @Nullable T get(Attribute<T> attribute);

    /** Keeps a value for later calls of the same caller: see {@link Attribute}. {@code null} removes it. */
    <T> void set(Attribute<T> attribute, @Nullable T value);

    /**
     * The library's own object behind this call, the way out for all that this API does not offer: of Temporal the input
     * of the interceptor's method; of gRPC see {@link GrpcClientCall} and {@link GrpcServerCall}.
     *
     * @return it, or {@code null} if the call has none of this type
     */
    <T> @Nullable T unwrap(Class<T> type);

    /**
     * Has the call go on with another object of the library's in place of the one that {@link #unwrap} gives.
     *
     * @throws IllegalArgumentException if the call has none of this type, or none that can be replaced
     */
    <T> void replace(Class<T> type, T replacement);
}

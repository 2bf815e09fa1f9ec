package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Chain;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * A client's call, as the application sees it, and how it ends. The chain runs when the one request is complete, or of
 * a request stream when it starts.
 */
final class ClientPass<Q, R> extends ClientRequests<Q, R> {
    private static final VarHandle ENDED;
    private static final VarHandle ATTEMPT;

    static {
        try {
            Lookup own = MethodHandles.lookup();
            ENDED = own.findVarHandle(ClientPass.class, "ended", boolean.class);
            ATTEMPT = own.findVarHandle(ClientPass.class, "attempt", ClientAttempt.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private Listener<R> listener;
    private volatile boolean ended;
    private volatile ClientAttempt<Q, R> attempt;

    ClientPass(Chain chain, MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        super(chain, method, options, next);
    }

    // What the application does.

    @Override
    public void start(Listener<R> responseListener, Metadata metadata) {
        listener = responseListener;
        metadata(metadata);
        if (requestStream()) {
            enterStream();
        }
    }

    @Override
    public void cancel(String message, Throwable cause) {
        if (ended()) {
            return;
        }
        Status status = Status.CANCELLED
                .withDescription(message == null ? "Call cancelled without message" : message)
                .withCause(cause);
        // Before asking whether anything is in flight, so that what comes to its end now sees it.
        needExtras().forced = status;
        refused(EventChain::cancel);
        ClientCall<Q, R> call = delegate();
        if (call == null || attempt.closed()) {
            finish(null, status.asRuntimeException());
        } else {
            call.cancel(message, cause);
        }
    }

    // The chain.

    @Override
    void run() {
        Object outcome = Step.run(this, 0, 0);
        if (outcome instanceof ClientAttempt<?, ?> own && thrown() == null) {
            own.open();
            return;
        }
        CompletableFuture<Object> stage = Step.stage(outcome).toCompletableFuture();
        if (!stage.isDone()) {
            ClientDeadline.watch(this, options());
        } else if (thrown() != null
                && stage.handle((value, failure) -> Statuses.unwrap(failure)).join() == thrown()) {
            // Whoever called is the one to hear of it.
            end();
            complete(null, thrown());
            throw EventChain.<RuntimeException>asItIs(thrown());
        }
        stage.whenComplete((value, failure) -> finish(value, Statuses.unwrap(failure)));
    }

    @Override
    public Attempt arrive(int eventsFrom) {
        ClientAttempt<Q, R> current = new ClientAttempt<>(this);
        current.eventsFrom(eventsFrom);
        follow(current);
        Extras extra = extras();
        if (extra != null) {
            extra.thrown = null;
        }
        if (ended()) {
            current.close(Status.CANCELLED.withDescription("the call is over"), new Metadata());
            return current;
        }
        Metadata given = takeMetadata();
        try {
            ClientCall<Q, R> call = channel().newCall(method(), options());
            send(current, call, given);
            if (ended()) {
                // Whoever has ended it may not have known of this attempt.
                current.abandon(null);
            }
        } catch (Throwable thrown) {
            current.fail(thrown);
        }
        return current;
    }

    /** From now on what comes is for this attempt, as soon as it is live. */
    private void follow(ClientAttempt<Q, R> current) {
        if (isLive()) {
            synchronized (this) {
                keep();
                attempt = current;
            }
        } else {
            // No fence: whoever ends the call before he can see it is seen when it is live.
            ATTEMPT.setRelease(this, current);
        }
    }

    @Override
    public boolean mayArrive() {
        return attempt == null || !requestStream() || extras() != null && extras().requests != null;
    }

    @Override
    public ClientPass<Q, R> pass() {
        return this;
    }

    @Override
    public ClientAttempt<Q, R> attempt() {
        return attempt;
    }

    // What the application gets.

    Listener<R> listener() {
        return listener;
    }

    @Override
    boolean ended() {
        return ended;
    }

    /** Whether the caller is the one who ends the call. */
    boolean end() {
        return ENDED.compareAndSet(this, false, true);
    }

    /** Ends the call where nobody else can, which saves the fence. */
    void endAlone() {
        ENDED.setRelease(this, true);
    }

    @Override
    void becomeReady() {
        deliver(() -> callback(listener::onReady));
    }

    /** The status with which the call is to end whatever an interceptor may be waiting for, or {@code null}. */
    Status forced() {
        return extras() == null ? null : extras().forced;
    }

    /** Ends the call at its deadline, unless the library is about to do so. */
    void expire() {
        Status expired = Status.DEADLINE_EXCEEDED.withDescription("deadline exceeded while an interceptor was waiting");
        needExtras().forced = expired;
        ClientAttempt<Q, R> current = attempt;
        if (current == null) {
            finish(null, expired.asRuntimeException());
        } else if (current.closed()) {
            finish(null, current.expired() ? current.failure() : expired.asRuntimeException());
        }
    }

    /** Ends the call with what the interceptors answer. */
    @Override
    public void finish(Object value, Throwable failure) {
        if (!end()) {
            return;
        }
        Extras extra = extras();
        if (extra != null && extra.timer != null) {
            extra.timer.cancel(false);
        }
        ClientAttempt<Q, R> last = attempt;
        if (last != null) {
            last.abandon(failure);
        }
        if (listener != null) {
            deliver(new ClientAnswer<>(this, last, value, failure));
        }
    }

    /** Runs a callback where the library would: a blocking stub waits for its executor to be given work. */
    void deliver(Runnable callback) {
        ClientAttempt<Q, R> current = attempt;
        Executor executor = options().getExecutor();
        if (executor == null || current != null && current.calledBackHere()) {
            callback.run();
        } else {
            executor.execute(callback);
        }
    }
}

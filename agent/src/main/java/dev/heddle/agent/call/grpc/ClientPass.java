package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Chain;
import dev.heddle.api.GrpcKind;
import io.grpc.Attributes;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * A client's call, as the application sees it. The chain runs when the one request is complete, or of a request stream
 * when it starts; until it arrives at the library, what the application does is held here.
 *
 * <p>Like any call of gRPC it is used by one thread at a time, but for {@link #request} and {@link #cancel}; and the
 * chain may arrive on any thread. So whatever waits for {@link #live} is under the lock of this object; nothing foreign
 * is called under it.
 */
final class ClientPass<Q, R> extends ForwardingClientCall<Q, R> implements Pass, ClientStep {
    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<ClientPass> ENDED =
            AtomicIntegerFieldUpdater.newUpdater(ClientPass.class, "ended");

    private final Chain chain;
    private final MethodDescriptor<Q, R> method;
    private final Channel next;
    private CallOptions options;
    private Listener<R> listener;
    private Metadata headers;
    private Object request;
    private int demand;
    private boolean entered;
    private boolean halfClosed;
    private volatile int ended;
    private volatile Extras extras;
    private volatile ClientCall<Q, R> live;
    private volatile ClientAttempt<Q, R> attempt;

    ClientPass(Chain chain, MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        this.chain = chain;
        this.method = method;
        this.options = options;
        this.next = next;
    }

    // What the application does.

    @Override
    protected ClientCall<Q, R> delegate() {
        return live;
    }

    @Override
    public void start(Listener<R> responseListener, Metadata metadata) {
        listener = responseListener;
        headers = metadata;
        if (kind().requestStream()) {
            enter();
        }
    }

    @Override
    public void request(int count) {
        ClientAttempt<Q, R> current = attempt;
        ClientCall<Q, R> call = current != null && current.opened() && !ended() ? live : demand(count);
        if (call != null) {
            call.request(count);
        }
    }

    /** Remembers what the application asks for, because another attempt may have to ask again; gives the call to ask. */
    private ClientCall<Q, R> demand(int count) {
        synchronized (this) {
            demand = (int) Math.min(Integer.MAX_VALUE, (long) demand + count);
            if (live != null && !ended()) {
                return live;
            }
        }
        Extras extra = extras;
        if (extra != null && extra.answered != null) {
            extra.answered.request(takeDemand());
        }
        return null;
    }

    @Override
    public void sendMessage(Q message) {
        if (!ended()) {
            ClientCall<Q, R> call = live == null ? hold(message) : live;
            if (call != null) {
                send(call, message);
            }
        }
    }

    /** Keeps a request for the chain's arrival, unless that has just been. */
    private ClientCall<Q, R> hold(Q message) {
        if (!entered && request == null) {
            request = message;
            return null;
        }
        if (!entered) {
            // Two where one is due: the server will say what it thinks of it.
            enter();
        }
        synchronized (this) {
            if (live == null) {
                Extras extra = needExtras();
                if (extra.held == null) {
                    extra.held = new ArrayList<>();
                }
                extra.held.add(message);
            }
            return live;
        }
    }

    @SuppressWarnings("unchecked") // The events keep the type.
    private void send(ClientCall<Q, R> call, Object message) {
        Q passing = (Q) passRequest(message);
        if (passing != null) {
            call.sendMessage(passing);
        }
    }

    @Override
    public void halfClose() {
        if (ended()) {
            return;
        }
        if (!entered) {
            halfClosed = true;
            enter();
            return;
        }
        ClientCall<Q, R> call;
        Reply<List<Object>> requests;
        synchronized (this) {
            halfClosed = true;
            call = live;
            requests = extras == null ? null : extras.requests;
        }
        if (call != null) {
            halfClose(call);
        } else if (requests != null) {
            requests.complete(held());
        }
    }

    private void halfClose(ClientCall<Q, R> call) {
        if (!refused(EventChain::halfClose)) {
            call.halfClose();
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
        ClientCall<Q, R> call = live;
        if (call == null || attempt.closed()) {
            finish(null, status.asRuntimeException());
        } else {
            call.cancel(message, cause);
        }
    }

    @Override
    public boolean isReady() {
        ClientCall<Q, R> call = live;
        return call != null ? call.isReady() : !ended() && (!entered || extras != null && extras.requests != null);
    }

    @Override
    public void setMessageCompression(boolean enabled) {
        ClientCall<Q, R> call = live;
        if (call != null) {
            call.setMessageCompression(enabled);
        } else {
            needExtras().uncompressed = !enabled;
        }
    }

    @Override
    public Attributes getAttributes() {
        ClientCall<Q, R> call = live;
        return call == null ? Attributes.EMPTY : call.getAttributes();
    }

    // The chain.

    private void enter() {
        entered = true;
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
        ClientAttempt<Q, R> current = new ClientAttempt<>(this, eventsFrom);
        attempt = current;
        if (extras != null) {
            extras.thrown = null;
        }
        if (ended()) {
            current.onClose(Status.CANCELLED.withDescription("the call is over"), new Metadata());
            return current;
        }
        Metadata given = headers == null ? new Metadata() : headers;
        headers = given.keys().isEmpty() ? null : copy(given);
        try {
            ClientCall<Q, R> call = next.newCall(method, options());
            current.start(call, given);
            if (extras != null && extras.uncompressed) {
                call.setMessageCompression(false);
            }
            if (kind().requestStream()) {
                sendHeld(call);
            } else {
                sendOne(call);
            }
        } catch (Throwable thrown) {
            current.fail(thrown);
        }
        return current;
    }

    private void sendOne(ClientCall<Q, R> call) {
        int due;
        synchronized (this) {
            due = demand;
            live = call;
        }
        if (due > 0) {
            call.request(due);
        }
        if (request != null) {
            send(call, request);
        }
        if (halfClosed) {
            halfClose(call);
        }
    }

    private void sendHeld(ClientCall<Q, R> call) {
        boolean last = false;
        boolean complete = false;
        while (!last) {
            List<Object> batch;
            int due;
            synchronized (this) {
                batch = extras == null || extras.held == null ? List.of() : extras.held;
                boolean keep = extras != null && extras.requests != null;
                due = demand;
                last = batch.isEmpty() || keep;
                if (!keep && !last) {
                    extras.held = null;
                    demand = 0;
                }
                if (last) {
                    live = call;
                    complete = halfClosed;
                }
            }
            if (due > 0) {
                call.request(due);
            }
            for (Object message : batch) {
                send(call, message);
            }
        }
        if (complete) {
            halfClose(call);
        }
    }

    private static Metadata copy(Metadata original) {
        Metadata copy = new Metadata();
        copy.merge(original);
        return copy;
    }

    // What the application gets.

    Listener<R> listener() {
        return listener;
    }

    boolean ended() {
        return ended != 0;
    }

    /** Whether the caller is the one who ends the call. */
    boolean end() {
        return ENDED.compareAndSet(this, 0, 1);
    }

    /** The status with which the call is to end whatever an interceptor may be waiting for, or {@code null}. */
    Status forced() {
        return extras == null ? null : extras.forced;
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
        Extras extra = extras;
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
        Executor executor = options.getExecutor();
        if (executor == null || current != null && current.calledBackHere()) {
            callback.run();
        } else {
            executor.execute(callback);
        }
    }

    synchronized int takeDemand() {
        int due = demand;
        demand = 0;
        return due;
    }

    // What the steps ask.

    @Override
    public Chain chain() {
        return chain;
    }

    @Override
    public MethodDescriptor<Q, R> method() {
        return method;
    }

    @Override
    public GrpcKind kind() {
        return Kinds.of(method());
    }

    @Override
    public Step step(int position) {
        return chain.size() == 1 ? this : new ClientTurn(this, position);
    }

    @Override
    public ClientPass<Q, R> pass() {
        return this;
    }

    @Override
    public int position() {
        return 0;
    }

    @Override
    public Object outcome() {
        Extras extra = extras;
        return extra == null || extra.outcome == null ? attempt : extra.outcome;
    }

    @Override
    public void outcome(Object outcome) {
        if (outcome != attempt) {
            needExtras().outcome = outcome;
        }
    }

    @Override
    public boolean mayArrive() {
        return attempt == null || !kind().requestStream() || extras != null && extras.requests != null;
    }

    @Override
    public Throwable thrown() {
        Extras extra = extras;
        return extra == null ? null : extra.thrown;
    }

    @Override
    public Object response() {
        ClientAttempt<Q, R> current = attempt;
        return current == null ? null : current.message();
    }

    @Override
    public Extras extras() {
        return extras;
    }

    @Override
    public synchronized Extras needExtras() {
        if (extras == null) {
            extras = new Extras();
        }
        return extras;
    }

    @Override
    public Object[] arguments() {
        return needExtras().arguments(kind(), request);
    }

    @Override
    public void settleRequest() {
        if (extras != null) {
            request = extras.settle(request, method.getRequestMarshaller());
        }
    }

    @Override
    public boolean lacksRequest() {
        return request == null && !kind().requestStream();
    }

    @Override
    public CompletionStage<List<Object>> holdRequests() {
        Reply<List<Object>> requests;
        synchronized (this) {
            if (live != null) {
                throw new IllegalStateException("the call has gone on, and requests may have passed");
            }
            requests = needExtras().requests;
            if (requests == null) {
                requests = new Reply<>();
                extras.requests = requests;
            }
        }
        if (halfClosed) {
            requests.complete(held());
        } else {
            deliver(() -> callback(listener::onReady));
        }
        return requests;
    }

    private synchronized List<Object> held() {
        return extras.held == null ? List.of() : List.copyOf(extras.held);
    }

    /** The metadata that the next attempt sends. */
    Metadata metadata() {
        if (headers == null) {
            headers = new Metadata();
        }
        return headers;
    }

    /** The options of the next attempt. */
    CallOptions options() {
        if (extras != null && extras.source != null && extras.source[1] instanceof CallOptions replaced) {
            options = replaced;
        }
        return options;
    }

    void options(CallOptions changed) {
        options = changed;
        if (extras != null && extras.source != null) {
            extras.source[1] = changed;
        }
    }

    @Override
    public Object[] source() {
        Extras extra = needExtras();
        if (extra.source == null) {
            extra.source = new Object[] {method, options, null};
        }
        extra.source[2] = metadata();
        return extra.source;
    }

    Channel channel() {
        return next;
    }
}

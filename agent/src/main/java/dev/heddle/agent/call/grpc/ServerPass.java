package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Chain;
import dev.heddle.api.GrpcKind;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * A server's call, as the library sees it. The chain runs when the one request is complete, or of a request stream when
 * the call begins; the handler starts when the chain arrives, which may be later and on another thread. Until then what
 * the library tells is held here.
 *
 * <p>The library tells one thing at a time; the lock of this object is only for a chain that arrives meanwhile.
 */
final class ServerPass<Q, R> extends ServerCall.Listener<Q> implements Pass, ServerStep {
    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<ServerPass> ENDED =
            AtomicIntegerFieldUpdater.newUpdater(ServerPass.class, "ended");

    private final Chain chain;
    private final ServerCall<Q, R> call;
    private final Metadata headers;
    private final ServerCallHandler<Q, R> next;
    private Object request;
    private boolean entered;
    private boolean halfClosed;
    private boolean ready;
    private volatile boolean arrived;
    private volatile Thread calling;
    private volatile int ended;
    private volatile Extras extras;
    private volatile ServerCall.Listener<Q> handler;
    private volatile ServerAttempt<Q, R> attempt;

    ServerPass(Chain chain, ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        this.chain = chain;
        this.call = call;
        this.headers = headers;
        this.next = next;
    }

    void begin() {
        if (kind().requestStream()) {
            enter();
        } else {
            // One, and one more to notice a second, as the library's own handlers ask.
            call.request(2);
        }
    }

    // What the library tells.

    @Override
    public void onMessage(Q message) {
        if (over()) {
            return;
        }
        if (!kind().requestStream()) {
            if (request == null) {
                request = message;
            } else {
                finish(
                        null,
                        Status.INTERNAL.withDescription("Too many requests").asRuntimeException());
            }
        } else if (!arrived && collects(message)) {
            call.request(1);
        } else {
            tell(() -> message(message));
        }
    }

    private synchronized boolean collects(Object message) {
        if (!arrived && extras != null && extras.requests != null && !extras.requests.isDone()) {
            if (extras.held == null) {
                extras.held = new ArrayList<>();
            }
            extras.held.add(message);
            return true;
        }
        return false;
    }

    @SuppressWarnings("unchecked") // The events keep the type.
    private void message(Object message) {
        Q passing = (Q) passRequest(message);
        if (passing == null) {
            call.request(1);
        } else if (events() == null) {
            handler.onMessage(passing);
        } else {
            callback(() -> handler.onMessage(passing));
        }
    }

    @Override
    public void onHalfClose() {
        if (over()) {
            return;
        }
        halfClosed = true;
        if (!entered) {
            enter();
            return;
        }
        Reply<List<Object>> requests;
        synchronized (this) {
            requests = !arrived && extras != null ? extras.requests : null;
        }
        if (requests != null) {
            requests.complete(held());
        } else {
            tell(this::halfClose);
        }
    }

    private void halfClose() {
        if (events() == null) {
            handler.onHalfClose();
        } else if (!refused(EventChain::halfClose)) {
            callback(handler::onHalfClose);
        }
    }

    @Override
    public void onReady() {
        if (!entered) {
            ready = true;
        } else if (!over()) {
            tell(this::becomeReady);
        }
    }

    private void becomeReady() {
        if (events() == null) {
            handler.onReady();
        } else if (!refused(EventChain::ready)) {
            callback(handler::onReady);
        }
    }

    @Override
    public void onCancel() {
        if (!entered && !over()) {
            // The request is not complete and never will be, but a handler is told of such calls too.
            enter();
        }
        if (!ended()) {
            refused(EventChain::cancel);
        }
        tellEnd(() -> handler.onCancel());
        if (end()) {
            Throwable cancelled = new EndedException(
                    Status.CANCELLED.withDescription("the client, its deadline or the network cancelled the call"),
                    new Metadata());
            complete(null, cancelled);
            if (attempt != null) {
                attempt.cancelled(cancelled);
            }
        }
    }

    @Override
    public void onComplete() {
        if (arrived && handler != null && events() == null) {
            handler.onComplete();
        } else {
            tellEnd(() -> handler.onComplete());
        }
    }

    /** Tells a handler that has started, or is about to, that all is over. */
    private void tellEnd(Runnable event) {
        if (attempt != null && (arrived || !hold(event)) && handler != null) {
            callback(event);
        }
    }

    /** Tells the handler, now or when the chain has arrived. */
    private void tell(Runnable event) {
        if (!arrived && hold(event)) {
            return;
        }
        calling = Thread.currentThread();
        try {
            event.run();
        } catch (Throwable thrown) {
            if (attempt.closed()) {
                throw thrown;
            }
            attempt.fail(thrown);
            rethrow(thrown);
        } finally {
            calling = null;
        }
    }

    private synchronized boolean hold(Runnable event) {
        if (arrived) {
            return false;
        }
        Extras extra = needExtras();
        if (extra.backlog == null) {
            extra.backlog = new ArrayList<>();
        }
        extra.backlog.add(event);
        return true;
    }

    /** Leaves the application's own exception to the library, unless an interceptor has put something in its place. */
    private void rethrow(Throwable thrown) {
        Extras extra = extras;
        boolean untouched = attempt.opened() || extra != null && extra.untouched == thrown;
        if (!untouched && !(thrown instanceof Error)) {
            return;
        }
        if (end()) {
            complete(null, thrown);
            if (extras.startFailed && !kind().requestStream()) {
                // As the library would have when it was starting the call; from a callback it would say UNKNOWN.
                attempt.drop();
                call.close(Status.fromThrowable(thrown), new Metadata());
            }
        }
        throw EventChain.<RuntimeException>asItIs(thrown);
    }

    // The chain.

    private void enter() {
        entered = true;
        calling = Thread.currentThread();
        try {
            Object outcome = Step.run(this, 0, 0);
            if (outcome instanceof ServerAttempt<?, ?> own) {
                own.open();
            } else {
                await(Step.stage(outcome).toCompletableFuture());
            }
            Throwable thrown = thrown();
            if (thrown != null) {
                rethrow(thrown);
            }
        } finally {
            calling = null;
        }
    }

    private void await(CompletableFuture<Object> stage) {
        if (!stage.isDone() && attempt == null) {
            needExtras().context = Context.current();
        }
        stage.whenComplete((value, failure) -> finish(value, Statuses.unwrap(failure)));
    }

    @Override
    public Attempt arrive(int eventsFrom) {
        ServerAttempt<Q, R> current = new ServerAttempt<>(this, eventsFrom);
        attempt = current;
        if (ended()) {
            current.cancelled(new EndedException(Status.CANCELLED, new Metadata()));
            return current;
        }
        try {
            Extras extra = extras;
            if (extra != null && extra.context != null && Context.current() == Context.ROOT) {
                extra.context.run(() -> startHandler(current));
            } else {
                startHandler(current);
            }
        } catch (Throwable thrown) {
            current.fail(thrown);
            arrived = true;
        }
        return current;
    }

    private void startHandler(ServerAttempt<Q, R> current) {
        try {
            handler = next.startCall(current, headers);
        } catch (RuntimeException thrown) {
            needExtras().startFailed = true;
            throw thrown;
        }
        if (!kind().requestStream()) {
            if (ready) {
                becomeReady();
            }
            if (request != null) {
                message(request);
            }
            if (halfClosed) {
                endRequests();
            }
        } else if (extras != null && extras.requests != null) {
            held().forEach(this::message);
            endRequests();
        }
        catchUp();
    }

    private void endRequests() {
        if (!over()) {
            halfClose();
        }
    }

    /** Tells the handler what came while it was not there. */
    private void catchUp() {
        if (calling == Thread.currentThread() && extras == null) {
            // The library waits for this thread, so nothing has come and nothing can.
            arrived = true;
            return;
        }
        while (true) {
            List<Runnable> missed;
            synchronized (this) {
                missed = extras == null ? null : extras.backlog;
                if (missed == null) {
                    arrived = true;
                    return;
                }
                extras.backlog = null;
            }
            missed.forEach(Runnable::run);
        }
    }

    // What the client gets.

    boolean ended() {
        return ended != 0;
    }

    /** Whether an interceptor has ended the call: then the handler hears nothing more but that it is over. */
    private boolean over() {
        return ended() && (attempt == null || attempt.dropped());
    }

    /** Whether the caller is the one who ends the call. */
    boolean end() {
        return ENDED.compareAndSet(this, 0, 1);
    }

    /** Ends the call with what the interceptors answer. */
    @Override
    public void finish(Object value, Throwable failure) {
        ServerAttempt<Q, R> current = attempt;
        if (failure != null && failure == thrown() && calling == Thread.currentThread()) {
            needExtras().untouched = failure;
            return;
        }
        if (!end()) {
            return;
        }
        if (current != null) {
            current.drop();
        }
        try {
            answer(current, value, failure);
        } catch (IllegalStateException overAlready) {
            // The library has closed the call meanwhile, and there is nobody to tell.
        }
        complete(value, failure);
    }

    @SuppressWarnings("unchecked") // The steps have judged the answer.
    private void answer(ServerAttempt<Q, R> current, Object value, Throwable failure) {
        if (failure != null) {
            boolean fromCallback = failure == thrown() && !extras.startFailed;
            call.close(
                    fromCallback
                            ? Status.UNKNOWN
                                    .withDescription("Application error processing RPC")
                                    .withCause(failure)
                            : Statuses.of(failure),
                    Statuses.trailers(failure));
            return;
        }
        if (!kind().responseStream()) {
            call.sendHeaders(current == null || current.headers() == null ? new Metadata() : current.headers());
            call.sendMessage((R) value);
        } else if (value instanceof Iterable<?> many) {
            call.sendHeaders(new Metadata());
            many.forEach(response -> call.sendMessage((R) response));
        }
        call.close(Status.OK, current == null || current.trailers() == null ? new Metadata() : current.trailers());
    }

    // What the steps ask.

    @Override
    public Chain chain() {
        return chain;
    }

    @Override
    public MethodDescriptor<Q, R> method() {
        return call.getMethodDescriptor();
    }

    @Override
    public GrpcKind kind() {
        return Kinds.of(method());
    }

    @Override
    public Step step(int position) {
        return chain.size() == 1 ? this : new ServerTurn(this, position);
    }

    @Override
    public ServerPass<Q, R> pass() {
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
        return attempt == null;
    }

    @Override
    public Throwable thrown() {
        Extras extra = extras;
        return extra == null ? null : extra.thrown;
    }

    @Override
    public Object response() {
        ServerAttempt<Q, R> current = attempt;
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
            request = extras.settle(request, method().getRequestMarshaller());
        }
    }

    @Override
    public boolean lacksRequest() {
        return request == null && !kind().requestStream();
    }

    @Override
    public CompletionStage<List<Object>> holdRequests() {
        synchronized (this) {
            if (attempt != null) {
                throw new IllegalStateException("the call has gone on, and requests may have passed");
            }
            if (needExtras().requests != null) {
                return extras.requests;
            }
            extras.requests = new Reply<>();
        }
        call.request(1);
        return extras.requests;
    }

    /** Whether the requests have all come before the handler started. */
    boolean collected() {
        return extras != null && extras.requests != null;
    }

    private synchronized List<Object> held() {
        return extras.held == null ? List.of() : List.copyOf(extras.held);
    }

    ServerCall<Q, R> call() {
        return call;
    }

    Metadata metadata() {
        return headers;
    }
}

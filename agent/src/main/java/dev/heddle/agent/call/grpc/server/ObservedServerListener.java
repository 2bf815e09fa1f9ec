package dev.heddle.agent.call.grpc.server;

import dev.heddle.agent.call.grpc.InterceptorEvents;
import dev.heddle.agent.call.grpc.Requests;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the library brings, on its way past an interceptor that watches. */
final class ObservedServerListener<Q> extends GatedServerListener<Q> {
    private final ObservedServerCall<Q, ?> call;
    private final InterceptorEvents events;
    private final Requests requests;

    /**
     * Listens further out than the handler.
     *
     * @param requests is told of each request, or {@code null}
     */
    ObservedServerListener(ServerCall.Listener<Q> handler, ObservedServerCall<Q, ?> call, Requests requests) {
        super(handler, call);
        this.call = call;
        this.events = call.events();
        this.requests = requests;
    }

    /**
     * Starts the handler for a call.
     *
     * @param requests is told of each request, or {@code null}
     */
    static <Q> ServerCall.Listener<Q> around(
            ObservedServerCall<Q, ?> call, Requests requests, Supplier<ServerCall.Listener<Q>> start) {
        InterceptorEvents events = call.events();
        AutoCloseable[] scopes = {};
        try {
            scopes = events == null ? scopes : events.open();
        } catch (Throwable refusal) {
            call.refuse(refusal);
            return new NoHandler<>();
        }
        try {
            ServerCall.Listener<Q> handler = start.get();
            return handler == null ? null : new ObservedServerListener<>(handler, call, requests);
        } catch (Throwable thrown) {
            call.handlerThrew(thrown, Status.fromThrowable(thrown));
            throw thrown;
        } finally {
            if (events != null) {
                events.close(scopes);
            }
        }
    }

    @Override
    @SuppressWarnings("unchecked") // The events have checked it.
    public void onMessage(Q message) {
        Q passing = message;
        if (events != null && message != null && !call.isShut()) {
            try {
                passing = (Q) events.request(message, call.getMethodDescriptor());
            } catch (Throwable refusal) {
                call.refuse(refusal);
                return;
            }
        }
        if (requests != null) {
            requests.message(message);
        }
        if (passing == null && message != null) {
            // Instead of the one that is dropped.
            call.request(1);
            return;
        }
        Q told = passing;
        inScope(() -> super.onMessage(told));
    }

    @Override
    public void onHalfClose() {
        if (requests != null) {
            requests.halfClose();
        }
        if (tell(InterceptorEvents::halfClose)) {
            inScope(super::onHalfClose);
        }
    }

    @Override
    public void onReady() {
        if (tell(InterceptorEvents::ready)) {
            inScope(super::onReady);
        }
    }

    @Override
    public void onCancel() {
        if (requests != null) {
            requests.fail(Status.CANCELLED);
        }
        if (!call.isShut()) {
            tell(InterceptorEvents::cancel);
            call.cancelled();
        }
        inScope(super::onCancel);
    }

    @Override
    public void onComplete() {
        inScope(super::onComplete);
    }

    /** Tells of an event; says whether the call goes on. */
    private boolean tell(Consumer<InterceptorEvents> event) {
        if (events != null && !call.isShut()) {
            try {
                event.accept(events);
            } catch (Throwable refusal) {
                call.refuse(refusal);
                return false;
            }
        }
        return true;
    }

    private void inScope(Runnable callback) {
        if (events == null) {
            run(callback);
            return;
        }
        AutoCloseable[] scopes;
        try {
            scopes = events.open();
        } catch (Throwable refusal) {
            call.refuse(refusal);
            return;
        }
        try {
            run(callback);
        } finally {
            events.close(scopes);
        }
    }

    private void run(Runnable callback) {
        try {
            callback.run();
        } catch (Throwable thrown) {
            call.handlerThrew(
                    thrown,
                    Status.UNKNOWN
                            .withDescription("Application error processing RPC")
                            .withCause(thrown));
            throw thrown;
        }
    }
}

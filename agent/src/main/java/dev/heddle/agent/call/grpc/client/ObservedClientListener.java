package dev.heddle.agent.call.grpc.client;

import dev.heddle.agent.call.Completions;
import dev.heddle.agent.call.grpc.EndedException;
import dev.heddle.agent.call.grpc.InterceptorEvents;
import dev.heddle.agent.call.grpc.MetadataHeaders;
import dev.heddle.agent.call.grpc.Statuses;
import dev.heddle.api.GrpcStatus;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;

/** What the library brings, on its way past an interceptor that watches. */
final class ObservedClientListener<Q, R> extends ClientListenerLayer<Q, R> {
    private static final AutoCloseable[] NO_SCOPES = {};

    private final MethodDescriptor<Q, R> method;
    private final InterceptorEvents events;
    private final Completions completions;
    /** The one response, for who is told of the outcome. */
    private R response;

    /**
     * Listens further in than another.
     *
     * @param events those to tell, or {@code null}
     * @param completions who is told of the outcome, or {@code null}
     */
    ObservedClientListener(
            ClientListenerLayer<Q, R> outer,
            ObservedClientCall<Q, R> call,
            MethodDescriptor<Q, R> method,
            InterceptorEvents events,
            Completions completions) {
        super(outer, call);
        this.method = method;
        this.events = events;
        this.completions = completions;
        call.listener(this);
    }

    @Override
    public void onHeaders(Metadata headers) {
        if (events == null || ending()) {
            super.onHeaders(headers);
        } else if (tell(() -> events.headers(new MetadataHeaders(headers, false)))) {
            inScope(() -> super.onHeaders(headers));
        }
    }

    @Override
    @SuppressWarnings("unchecked") // The events have checked it.
    public void onMessage(R message) {
        R passing = message;
        if (events != null && message != null && !ending()) {
            try {
                passing = (R) events.response(message, method);
            } catch (Throwable refusal) {
                refuse(refusal);
                return;
            }
        }
        if (passing == null && message != null) {
            // Instead of the one that is dropped.
            call().request(1);
            return;
        }
        if (completions != null && method.getType().serverSendsOneMessage()) {
            response = passing;
        }
        R told = passing;
        inScope(() -> super.onMessage(told));
    }

    @Override
    public void onReady() {
        if (events == null || ending() || tell(events::ready)) {
            inScope(super::onReady);
        }
    }

    @Override
    void closed(Status status, Metadata trailers) {
        Status last = status;
        Metadata lastTrailers = trailers;
        if (events != null) {
            GrpcStatus before = Statuses.of(status);
            try {
                GrpcStatus after = events.close(before, new MetadataHeaders(trailers, false));
                last = after.equals(before) ? status : Statuses.of(after);
            } catch (Throwable refusal) {
                last = Statuses.of(refusal);
                lastTrailers = Statuses.trailers(refusal);
            }
        }
        AutoCloseable[] scopes = NO_SCOPES;
        if (events != null) {
            try {
                scopes = events.open();
            } catch (Throwable refusal) {
                last = Statuses.of(refusal);
                lastTrailers = Statuses.trailers(refusal);
            }
        }
        try {
            super.closed(last, lastTrailers);
        } finally {
            if (events != null) {
                events.close(scopes);
            }
            if (completions != null) {
                completions.accept(
                        last.isOk() ? response : null, last.isOk() ? null : new EndedException(last, lastTrailers));
            }
        }
    }

    /** The call has not begun, because the library or the application threw. */
    void failedToStart(Throwable thrown) {
        if (completions != null) {
            completions.accept(null, thrown);
        }
    }

    private boolean tell(Runnable event) {
        try {
            event.run();
            return true;
        } catch (Throwable refusal) {
            refuse(refusal);
            return false;
        }
    }

    private void refuse(Throwable refusal) {
        endWith(Statuses.of(refusal), Statuses.trailers(refusal));
    }

    private void inScope(Runnable callback) {
        AutoCloseable[] scopes = NO_SCOPES;
        if (events != null) {
            try {
                scopes = events.open();
            } catch (Throwable refusal) {
                refuse(refusal);
                return;
            }
        }
        try {
            callback.run();
        } finally {
            if (events != null) {
                events.close(scopes);
            }
        }
    }
}

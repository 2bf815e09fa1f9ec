package dev.heddle.agent.call.grpc.server;

import dev.heddle.agent.call.Completions;
import dev.heddle.agent.call.grpc.EndedException;
import dev.heddle.agent.call.grpc.InterceptorEvents;
import dev.heddle.agent.call.grpc.MetadataHeaders;
import dev.heddle.agent.call.grpc.Statuses;
import dev.heddle.api.GrpcStatus;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;

/** What the handler does, on its way past an interceptor that watches. */
final class ObservedServerCall<Q, R> extends GatedServerCall<Q, R> {
    private final InterceptorEvents events;
    private final Completions completions;
    private R response;
    private boolean told;

    /**
     * Stands in front of a call.
     *
     * @param events those to tell, or {@code null}
     * @param completions who is told of the outcome, or {@code null}
     */
    ObservedServerCall(ServerCall<Q, R> outer, InterceptorEvents events, Completions completions) {
        super(outer);
        this.events = events;
        this.completions = completions;
    }

    InterceptorEvents events() {
        return events;
    }

    @Override
    public void sendHeaders(Metadata headers) {
        if (events == null || isShut() || tell(() -> events.headers(new MetadataHeaders(headers, true)))) {
            super.sendHeaders(headers);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // The events have checked it.
    public void sendMessage(R message) {
        R passing = message;
        if (events != null && !isShut() && message != null) {
            try {
                passing = (R) events.response(message, getMethodDescriptor());
            } catch (Throwable refusal) {
                refuse(refusal);
                return;
            }
            if (passing == null) {
                return;
            }
        }
        if (completions != null && getMethodDescriptor().getType().serverSendsOneMessage()) {
            response = passing;
        }
        super.sendMessage(passing);
    }

    @Override
    public void close(Status status, Metadata trailers) {
        if (events == null || isShut() || status == null || trailers == null) {
            super.close(status, trailers);
            complete(status, trailers);
            return;
        }
        GrpcStatus before = Statuses.of(status);
        GrpcStatus after;
        try {
            after = events.close(before, new MetadataHeaders(trailers, true));
        } catch (Throwable refusal) {
            refuse(refusal);
            return;
        }
        Status last = after.equals(before) ? status : Statuses.of(after);
        super.close(last, trailers);
        complete(last, trailers);
    }

    /** Ends the call with the status of a refusal. */
    void refuse(Throwable refusal) {
        Status status = Statuses.of(refusal);
        Metadata trailers = Statuses.trailers(refusal);
        shut(() -> {
            delegate().close(status, trailers);
            complete(status, trailers);
        });
    }

    /** The handler has thrown, and the library will end the call with a status unless it is closed. */
    void handlerThrew(Throwable thrown, Status becomes) {
        if (isTold()) {
            return;
        }
        if (events != null) {
            GrpcStatus before = Statuses.of(becomes);
            Metadata trailers = new Metadata();
            try {
                GrpcStatus after = events.close(before, new MetadataHeaders(trailers, true));
                if (!after.equals(before)) {
                    refuse(after.exception());
                }
            } catch (Throwable refusal) {
                refuse(refusal);
            }
        }
        complete(null, thrown);
    }

    /** The client, its deadline or the network has cancelled the call. */
    void cancelled() {
        complete(
                null,
                new EndedException(
                        Status.CANCELLED.withDescription("the client, its deadline or the network cancelled the call"),
                        new Metadata()));
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

    private void complete(Status status, Metadata trailers) {
        boolean ok = status != null && status.isOk();
        complete(ok ? response : null, ok || status == null ? null : new EndedException(status, trailers));
    }

    private synchronized boolean isTold() {
        return told;
    }

    private void complete(Object result, Throwable failure) {
        synchronized (this) {
            if (told) {
                return;
            }
            told = true;
        }
        if (completions != null) {
            completions.accept(result, failure);
        }
    }
}

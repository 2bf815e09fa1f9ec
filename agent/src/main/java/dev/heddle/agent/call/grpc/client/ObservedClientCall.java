package dev.heddle.agent.call.grpc.client;

import dev.heddle.agent.call.grpc.InterceptorEvents;
import dev.heddle.agent.call.grpc.Requests;
import dev.heddle.agent.call.grpc.Statuses;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;

/** What the application does, on its way past an interceptor that watches. */
final class ObservedClientCall<Q, R> extends ClientCallLayer<Q, R> {
    private final ClientCallLayer<Q, R> outer;
    private final MethodDescriptor<Q, R> method;
    private final InterceptorEvents events;
    private final Requests requests;
    private ObservedClientListener<Q, R> listener;

    /**
     * Stands in front of what a call forwards to now.
     *
     * @param events those to tell, or {@code null}
     * @param requests is told of each request, or {@code null}
     */
    ObservedClientCall(
            ClientCallLayer<Q, R> outer, MethodDescriptor<Q, R> method, InterceptorEvents events, Requests requests) {
        super(outer.delegate());
        this.outer = outer;
        this.method = method;
        this.events = events;
        this.requests = requests;
        outer.delegate(this);
    }

    void listener(ObservedClientListener<Q, R> listening) {
        listener = listening;
    }

    @Override
    CallMaker<Q, R> maker() {
        return outer.maker();
    }

    @Override
    @SuppressWarnings("unchecked") // The events have checked it.
    public void sendMessage(Q message) {
        Q passing = message;
        if (message == null) {
            // The library says what it thinks of that.
            super.sendMessage(null);
            return;
        }
        if (events != null) {
            try {
                passing = (Q) events.request(message, method);
            } catch (Throwable refusal) {
                refuse(refusal);
                return;
            }
        }
        if (requests != null) {
            requests.message(message);
        }
        if (passing != null && !listener.ending()) {
            super.sendMessage(passing);
        }
    }

    @Override
    public void halfClose() {
        if (events != null) {
            try {
                events.halfClose();
            } catch (Throwable refusal) {
                refuse(refusal);
                return;
            }
        }
        if (!listener.ending()) {
            super.halfClose();
        }
    }

    @Override
    public void request(int messages) {
        if (!listener.ending()) {
            super.request(messages);
        }
    }

    @Override
    public void cancel(String message, Throwable cause) {
        if (events != null) {
            try {
                events.cancel();
            } catch (Throwable refusal) {
                refuse(refusal);
                return;
            }
        }
        super.cancel(message, cause);
    }

    private void refuse(Throwable refusal) {
        Metadata trailers = Statuses.trailers(refusal);
        listener.endWith(Statuses.of(refusal), trailers);
    }
}

package dev.heddle.agent.call.grpc;

import io.grpc.ForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;

/**
 * A server's call as its handler sees it. A response stream passes as it comes; one response, and the end of any call,
 * wait in the {@link ServerResponse}.
 */
final class HandlerCall<Q, R> extends ForwardingServerCall<Q, R> {
    private final ServerPass<Q, R> pass;

    HandlerCall(ServerPass<Q, R> pass) {
        this.pass = pass;
    }

    @Override
    protected ServerCall<Q, R> delegate() {
        return pass.call();
    }

    @Override
    public MethodDescriptor<Q, R> getMethodDescriptor() {
        return pass.method();
    }

    @Override
    public void request(int count) {
        // One request is here already, and a stream that was kept comes by itself.
        if (pass.requestStream() && !pass.collected()) {
            super.request(count);
        }
    }

    @Override
    public boolean isCancelled() {
        return pass.dropped() || super.isCancelled();
    }

    @Override
    public void sendHeaders(Metadata headers) {
        if (pass.dropped()) {
            return;
        }
        if (pass.events() != null
                && pass.refused(events -> events.responseHeaders(new MetadataHeaders(headers, true)))) {
            return;
        }
        if (pass.responseStream()) {
            super.sendHeaders(headers);
        } else {
            pass.holdHeaders(headers);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // The events keep the type.
    public void sendMessage(R response) {
        if (pass.dropped()) {
            return;
        }
        R passing = (R) pass.passResponse(response, pass.eventsFrom());
        if (!pass.responseStream()) {
            pass.holdMessage(passing);
        } else if (passing != null) {
            super.sendMessage(passing);
        }
    }

    @Override
    public void close(Status status, Metadata trailers) {
        if (pass.dropped()) {
            return;
        }
        Status passing = pass.events() == null
                ? status
                : pass.passStatus(status, new MetadataHeaders(trailers, true), pass.eventsFrom());
        pass.holdEnd(passing, trailers);
    }
}

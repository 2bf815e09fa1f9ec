package dev.heddle.agent.call.grpc.client;

import dev.heddle.agent.call.OwnFrames;
import dev.heddle.agent.call.grpc.InterceptedMethods;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;

/** The outermost layer, next to the application's listener: what that throws, or makes of an end, has no frame of ours. */
final class ApplicationListener<Q, R> extends ClientListenerLayer<Q, R> {
    ApplicationListener(ClientCall.Listener<R> listener, ClientCallLayer<Q, R> call) {
        super(listener, call);
    }

    @Override
    public void onHeaders(Metadata headers) {
        try {
            super.onHeaders(headers);
        } catch (Throwable thrown) {
            OwnFrames.remove(thrown);
            throw thrown;
        }
    }

    @Override
    public void onMessage(R message) {
        try {
            super.onMessage(message);
        } catch (Throwable thrown) {
            OwnFrames.remove(thrown);
            throw thrown;
        }
    }

    @Override
    public void onReady() {
        try {
            super.onReady();
        } catch (Throwable thrown) {
            OwnFrames.remove(thrown);
            throw thrown;
        }
    }

    @Override
    void closed(Status status, Metadata trailers) {
        InterceptedMethods methods = call().maker().methods();
        boolean tells = !status.isOk() && methods.beginTelling();
        try {
            super.closed(status, trailers);
        } catch (Throwable thrown) {
            OwnFrames.remove(thrown);
            throw thrown;
        } finally {
            if (tells) {
                methods.endTelling();
            }
        }
    }
}

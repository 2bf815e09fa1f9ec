package dev.heddle.differential;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

/** An interceptor of the application's on the server. */
final class ServerWatch implements ServerInterceptor {
    private final World world;

    ServerWatch(World world) {
        this.world = world;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        Watch watch = new Watch(world, Calls.number(headers), Place.SERVER);
        watch.served(call);
        Object[] listener = {new ServerCall.Listener<Q>() {}};
        watch.around(
                Moment.START_CALL,
                () -> Describe.metadata(headers) + " " + Describe.attributes(call.getAttributes()) + " "
                        + call.getAuthority() + " " + call.getSecurityLevel(),
                () -> listener[0] = next.startCall(new Call<>(call, watch), headers));
        @SuppressWarnings("unchecked")
        ServerCall.Listener<Q> real = (ServerCall.Listener<Q>) listener[0];
        return real == null ? null : new Callbacks<>(real, watch, call);
    }

    private static final class Call<Q, R> extends SimpleForwardingServerCall<Q, R> {
        private final Watch watch;

        Call(ServerCall<Q, R> real, Watch watch) {
            super(real);
            this.watch = watch;
        }

        @Override
        public void request(int messages) {
            watch.around(Moment.REQUEST, () -> "" + messages, () -> super.request(messages));
        }

        @Override
        public void sendHeaders(Metadata headers) {
            watch.around(Moment.SEND_HEADERS, () -> Describe.metadata(headers), () -> super.sendHeaders(headers));
        }

        @Override
        public void sendMessage(R message) {
            watch.around(
                    Moment.SEND_MESSAGE,
                    () -> Payload.show(message) + (isReady() ? " ready" : " not ready"),
                    () -> super.sendMessage(message));
        }

        @Override
        public void close(Status status, Metadata trailers) {
            watch.around(
                    Moment.CLOSE,
                    () -> Describe.status(status) + " " + Describe.metadata(trailers),
                    () -> super.close(status, trailers));
        }
    }

    private static final class Callbacks<Q> extends SimpleForwardingServerCallListener<Q> {
        private final Watch watch;
        private final ServerCall<Q, ?> call;

        Callbacks(ServerCall.Listener<Q> listener, Watch watch, ServerCall<Q, ?> call) {
            super(listener);
            this.watch = watch;
            this.call = call;
        }

        @Override
        public void onMessage(Q message) {
            watch.around(Moment.ON_MESSAGE, () -> Payload.show(message) + state(), () -> super.onMessage(message));
        }

        @Override
        public void onHalfClose() {
            watch.around(Moment.ON_HALF_CLOSE, this::state, super::onHalfClose);
        }

        @Override
        public void onCancel() {
            watch.around(Moment.ON_CANCEL, this::state, super::onCancel);
        }

        @Override
        public void onComplete() {
            watch.around(Moment.ON_COMPLETE, this::state, super::onComplete);
        }

        @Override
        public void onReady() {
            watch.around(Moment.ON_READY, this::state, super::onReady);
        }

        private String state() {
            return RawHandler.state(call);
        }
    }
}

package dev.heddle.differential;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;

/** An interceptor of the application's on the client. */
final class ClientWatch implements ClientInterceptor {
    private final World world;
    private final Place place;

    ClientWatch(World world, Place place) {
        this.world = world;
        this.place = place;
    }

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        int number = options.getOption(Calls.NUMBER);
        Watch watch = new Watch(world, number, place);
        CallOptions passed = place == Place.OUTER ? world.calls(number).client().withOwnExecutor(options) : options;
        Object[] made = {new Refusal<Q, R>()};
        watch.around(
                Moment.NEW_CALL, () -> Calls.describe(passed, world), () -> made[0] = next.newCall(method, passed));
        @SuppressWarnings("unchecked")
        ClientCall<Q, R> real = (ClientCall<Q, R>) made[0];
        return new Call<>(real, watch);
    }

    private final class Call<Q, R> extends SimpleForwardingClientCall<Q, R> {
        private final Watch watch;

        Call(ClientCall<Q, R> real, Watch watch) {
            super(real);
            this.watch = watch;
        }

        @Override
        public void start(Listener<R> listener, Metadata headers) {
            if (place == Place.OUTER) {
                Calls.mark(headers, watch.call(), world.setup());
                world.connection().opened(this);
            }
            watch.around(
                    Moment.START,
                    () -> Describe.metadata(headers),
                    () -> super.start(new Callbacks<>(listener, watch, this, delegate()), headers));
        }

        @Override
        public void request(int messages) {
            watch.around(Moment.REQUEST, () -> "" + messages, () -> super.request(messages));
        }

        @Override
        public void sendMessage(Q message) {
            watch.around(Moment.SEND_MESSAGE, () -> Payload.show(message) + ready(), () -> super.sendMessage(message));
        }

        @Override
        public void halfClose() {
            watch.around(Moment.HALF_CLOSE, () -> "", super::halfClose);
        }

        @Override
        public void cancel(String message, Throwable cause) {
            try {
                watch.around(
                        Moment.CANCEL,
                        () -> message + (cause == null ? "" : " by " + Describe.thrown(cause)),
                        () -> super.cancel(message, cause));
            } finally {
                if (place == Place.OUTER) {
                    world.calls(watch.call()).client().cancelled();
                }
            }
        }

        private String ready() {
            return delegate().isReady() ? " ready" : " not ready";
        }
    }

    private final class Callbacks<R> extends SimpleForwardingClientCallListener<R> {
        private final Watch watch;
        private final ClientCall<?, R> own;
        private final ClientCall<?, R> call;

        Callbacks(ClientCall.Listener<R> listener, Watch watch, ClientCall<?, R> own, ClientCall<?, R> call) {
            super(listener);
            this.watch = watch;
            this.own = own;
            this.call = call;
        }

        @Override
        public void onReady() {
            watch.around(Moment.ON_READY, () -> "" + call.isReady(), super::onReady);
        }

        @Override
        public void onHeaders(Metadata headers) {
            watch.around(
                    Moment.ON_HEADERS,
                    () -> Describe.metadata(headers) + " " + Describe.attributes(call.getAttributes()),
                    () -> super.onHeaders(headers));
        }

        @Override
        public void onMessage(R message) {
            watch.around(Moment.ON_MESSAGE, () -> Payload.show(message), () -> {
                delivering();
                super.onMessage(message);
            });
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            watch.around(Moment.ON_CLOSE, () -> Describe.status(status) + " " + Describe.metadata(trailers), () -> {
                delivering();
                if (place == Place.OUTER) {
                    world.connection().closed(own);
                }
                super.onClose(status, trailers);
            });
        }

        /** A caller that waits for this has something to do. */
        private void delivering() {
            if (place == Place.OUTER) {
                world.calls(watch.call()).client().delivering();
            }
        }
    }

    /** What an interceptor answers that does not go on. */
    private static final class Refusal<Q, R> extends ClientCall<Q, R> {
        @Override
        public void start(Listener<R> listener, Metadata headers) {
            listener.onClose(Status.ABORTED.withDescription("refused by an interceptor"), new Metadata());
        }

        @Override
        public void request(int messages) {}

        @Override
        public void cancel(String message, Throwable cause) {}

        @Override
        public void halfClose() {}

        @Override
        public void sendMessage(Q message) {}
    }
}

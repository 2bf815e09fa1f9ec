package dev.heddle.differential;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;

/**
 * What {@code response()} must do and no more, as an application would do it itself. An interceptor that decides about
 * the one response decides when the call has ended, so:
 *
 * <ul>
 *   <li>On a client the one response comes with the end, in the same callback. So it is outside of what the application's
 *       own interceptors have around {@code onMessage}, and a call that never ends never brings it. A failure of the
 *       application in {@code onMessage} becomes the end, as it does in gRPC.
 *   <li>On a server the one response is written when the handler closes the call or throws. If the call is cancelled
 *       before that it is not written at all.
 * </ul>
 *
 * <p>These are the first two of {@link Expected}. Everything else passes when it comes: headers, the messages of a response stream, and what breaks the rules.
 */
final class HeldByHand implements Pair {
    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        ClientCall<Q, R> call = next.newCall(method, options);
        return new SimpleForwardingClientCall<>(call) {
            private boolean starting;

            /** A call is intercepted once: what is started again while it is started is not held a second time. */
            @Override
            public void start(Listener<R> listener, Metadata headers) {
                boolean one = method.getType().serverSendsOneMessage();
                if (starting || !one || listener == null) {
                    super.start(listener, headers);
                    return;
                }
                Flavour.intercepted();
                starting = true;
                try {
                    super.start(new Held<>(listener), headers);
                } catch (Throwable thrown) {
                    starting = false;
                    throw thrown;
                }
            }
        };
    }

    /** Of a client. */
    private static final class Held<R> extends SimpleForwardingClientCallListener<R> {
        private R response;
        private boolean tooMany;

        Held(ClientCall.Listener<R> listener) {
            super(listener);
        }

        @Override
        public void onMessage(R message) {
            if (response == null && !tooMany) {
                response = message;
                return;
            }
            R first = response;
            response = null;
            if (!tooMany) {
                tooMany = true;
                super.onMessage(first);
            }
            super.onMessage(message);
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            if (response != null) {
                try {
                    super.onMessage(response);
                } catch (Throwable thrown) {
                    Status failed = Status.CANCELLED.withCause(thrown).withDescription("Failed to read message.");
                    super.onClose(failed, new Metadata());
                    return;
                }
            }
            super.onClose(status, trailers);
        }
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        Flavour.intercepted();
        if (!call.getMethodDescriptor().getType().serverSendsOneMessage()) {
            return next.startCall(call, headers);
        }
        HeldCall<Q, R> held = new HeldCall<>(call);
        ServerCall.Listener<Q> listener;
        try {
            listener = next.startCall(held, headers);
        } catch (Throwable thrown) {
            held.end();
            throw thrown;
        }
        return listener == null ? null : new Handler<>(listener, held);
    }

    /** Of a server. */
    private static final class HeldCall<Q, R> extends SimpleForwardingServerCall<Q, R> {
        private boolean headersSent;
        private boolean holding;
        private boolean passing;
        private R response;

        HeldCall(ServerCall<Q, R> call) {
            super(call);
        }

        @Override
        public void sendHeaders(Metadata headers) {
            super.sendHeaders(headers);
            headersSent = true;
        }

        @Override
        public void sendMessage(R message) {
            if (headersSent && !passing) {
                passing = true;
                holding = true;
                response = message;
            } else {
                write();
                super.sendMessage(message);
            }
        }

        @Override
        public void close(Status status, Metadata trailers) {
            end();
            super.close(status, trailers);
        }

        /** Nothing is held any more. */
        void end() {
            write();
            passing = true;
        }

        private void write() {
            if (holding) {
                holding = false;
                super.sendMessage(response);
            }
        }

        void cancelled() {
            holding = false;
            passing = true;
        }
    }

    private static final class Handler<Q> extends SimpleForwardingServerCallListener<Q> {
        private final HeldCall<Q, ?> call;

        Handler(ServerCall.Listener<Q> listener, HeldCall<Q, ?> call) {
            super(listener);
            this.call = call;
        }

        @Override
        public void onMessage(Q message) {
            writing(() -> super.onMessage(message));
        }

        @Override
        public void onHalfClose() {
            writing(super::onHalfClose);
        }

        @Override
        public void onReady() {
            writing(super::onReady);
        }

        @Override
        public void onCancel() {
            call.cancelled();
            super.onCancel();
        }

        /** What the handler throws ends the call. */
        private void writing(Runnable callback) {
            try {
                callback.run();
            } catch (Throwable thrown) {
                call.end();
                throw thrown;
            }
        }
    }
}

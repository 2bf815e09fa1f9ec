package dev.heddle.stubs;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Context;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;

/** Interceptors of the application's own, which attach a context where they are told of a message. */
final class Scopes {
    private static final Context.Key<String> CALL = Context.key("call");
    private static final Context.Key<String> MESSAGE = Context.key("message");
    /** Of a client's interceptor that stands further in than Heddle. */
    private static final Context.Key<String> INNER_MESSAGE = Context.key("inner message");

    /** What tells of a scope of that one. */
    static final String INNER = " inside at ";

    private Scopes() {}

    /** What is attached where this is asked. */
    static String seen() {
        String call = CALL.get();
        String message = MESSAGE.get();
        String inner = INNER_MESSAGE.get();
        return (call == null ? "" : " in " + call)
                + (message == null ? "" : " at " + message)
                + (inner == null ? "" : INNER + inner);
    }

    /** Something that runs in a context. */
    private static void in(Context context, Runnable callback) {
        context.run(callback);
    }

    /** Of a client. */
    static final class Client implements ClientInterceptor {
        private final Context.Key<String> key;

        private Client(Context.Key<String> key) {
            this.key = key;
        }

        static Client outer() {
            return new Client(MESSAGE);
        }

        static Client inner() {
            return new Client(INNER_MESSAGE);
        }

        @Override
        public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
            return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
                @Override
                public void start(Listener<R> listener, Metadata headers) {
                    super.start(new ClientListener<>(listener, key), headers);
                }
            };
        }
    }

    private static final class ClientListener<R> extends SimpleForwardingClientCallListener<R> {
        private final Context.Key<String> key;

        ClientListener(ClientCall.Listener<R> listener, Context.Key<String> key) {
            super(listener);
            this.key = key;
        }

        @Override
        public void onMessage(R message) {
            in(Context.current().withValue(key, "message " + message), () -> super.onMessage(message));
        }
    }

    /** Of a server, which says how the call ends too. */
    static final class Server implements ServerInterceptor {
        private final Stage stage;

        Server(Stage stage) {
            this.stage = stage;
        }

        @Override
        public <Q, R> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
            Journal journal = stage.journal(call.getMethodDescriptor().getFullMethodName());
            journal.served();
            Context context = Context.current().withValue(CALL, "call");
            Context before = context.attach();
            try {
                return new ServerListener<>(next.startCall(call, headers), context, journal);
            } finally {
                context.detach(before);
            }
        }
    }

    private static final class ServerListener<Q> extends SimpleForwardingServerCallListener<Q> {
        private final Context context;
        private final Journal journal;

        ServerListener(ServerCall.Listener<Q> listener, Context context, Journal journal) {
            super(listener);
            this.context = context;
            this.journal = journal;
        }

        @Override
        public void onMessage(Q message) {
            in(context.withValue(MESSAGE, "message " + message), () -> super.onMessage(message));
        }

        @Override
        public void onHalfClose() {
            in(context, super::onHalfClose);
        }

        @Override
        public void onReady() {
            in(context, super::onReady);
        }

        @Override
        public void onCancel() {
            in(context, super::onCancel);
            journal.serverEnd("cancelled");
        }

        @Override
        public void onComplete() {
            in(context, super::onComplete);
            journal.serverEnd("complete");
        }
    }
}

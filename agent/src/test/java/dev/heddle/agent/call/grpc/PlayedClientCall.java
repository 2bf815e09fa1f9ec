package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Chain;
import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.Link;
import dev.heddle.agent.call.grpc.client.ClientAdapter;
import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.GrpcClientCall;
import dev.heddle.api.Interceptor;
import io.grpc.Attributes;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A client's call that a test plays by hand on one thread: it is the application at {@link #call}, and the library that
 * makes calls and brings what comes of them. Whatever is to run on an executor runs at once.
 */
final class PlayedClientCall extends Channel {
    static final Metadata.Key<String> KEY = Metadata.Key.of("by", Metadata.ASCII_STRING_MARSHALLER);

    /** The library's calls, in the order in which they were made. */
    final List<Made> made = new ArrayList<>();
    /** What is told of accidents. */
    final List<Throwable> accidents = new ArrayList<>();
    /** What the application is told. */
    final List<String> told = new ArrayList<>();
    /** The call as the application has it. */
    final ClientCall<String, String> call;

    Status closed;
    Metadata trailers;
    private final ExtensionHealth health;

    /** What the application does when it is told something. */
    Consumer<String> doing = what -> {};
    /** What the library does when a call starts. */
    Consumer<Made> starting = made -> {};
    /** What the library does when a request is sent. */
    Consumer<String> sending = message -> {};

    PlayedClientCall(MethodType type, CallOptions options, boolean guard, Interceptor<GrpcClientCall> interceptor) {
        @SuppressWarnings("unchecked") // The chain is of clients' calls.
        Interceptor<Call> anyCalls = (Interceptor<Call>) (Interceptor<?>) interceptor;
        health =
                new ExtensionHealth("test", guard, Integer.MAX_VALUE, (operation, accident) -> accidents.add(accident));
        Link link = new Link(health, anyCalls);
        ClientAdapter adapter = new ClientAdapter(new InterceptedMethods(
                Category.GRPC_CLIENT,
                operation -> new Chain(operation, List.of(link)),
                Runnable::run,
                ConcurrentHashMap.newKeySet()));
        this.call = adapter.interceptCall(FakeMethods.method(type), options, this);
    }

    static PlayedClientCall unary(Interceptor<GrpcClientCall> interceptor) {
        return of(MethodType.UNARY, interceptor);
    }

    static PlayedClientCall of(MethodType type, Interceptor<GrpcClientCall> interceptor) {
        return new PlayedClientCall(type, CallOptions.DEFAULT, false, interceptor);
    }

    /** How often the interceptor has refused. */
    long refusals() {
        return FakeMethods.refusals(health);
    }

    // The application.

    PlayedClientCall start() {
        Metadata headers = new Metadata();
        headers.put(KEY, "application");
        call.start(new Application(), headers);
        return this;
    }

    /** Starts the call, and sends a request. */
    PlayedClientCall ask(String request) {
        start();
        call.request(2);
        call.sendMessage(request);
        call.halfClose();
        return this;
    }

    private final class Application extends ClientCall.Listener<String> {
        private void tell(String what) {
            told.add(what);
            doing.accept(what);
        }

        @Override
        public void onHeaders(Metadata headers) {
            tell("headers");
        }

        @Override
        public void onMessage(String message) {
            tell("message " + message);
        }

        @Override
        public void onReady() {
            tell("ready");
        }

        @Override
        public void onClose(Status status, Metadata last) {
            closed = status;
            trailers = last;
            tell("close " + status.getCode());
        }
    }

    // The library.

    /** The library's call that was made last. */
    Made library() {
        return made.get(made.size() - 1);
    }

    @Override
    public <Q, R> ClientCall<Q, R> newCall(MethodDescriptor<Q, R> method, CallOptions options) {
        Made call = new Made(options);
        made.add(call);
        @SuppressWarnings("unchecked") // The methods' messages are texts.
        ClientCall<Q, R> own = (ClientCall<Q, R>) (ClientCall<?, ?>) call;
        return own;
    }

    @Override
    public String authority() {
        return "fake";
    }

    /** One of the library's calls. */
    final class Made extends ClientCall<String, String> {
        final CallOptions options;
        /** What is done to it. */
        final List<String> done = new ArrayList<>();

        Metadata headers;
        Listener<String> listener;
        boolean ready = true;
        /** Whether it throws whatever is done to it. */
        boolean failing;
        /** Whether a cancellation comes too late for what the server has sent. */
        boolean answered;

        Attributes attributes = Attributes.EMPTY;
        private boolean over;

        private Made(CallOptions options) {
            this.options = options;
        }

        /** Answers, with trailers of the server's. */
        void answer(String... messages) {
            listener.onHeaders(new Metadata());
            for (String message : messages) {
                listener.onMessage(message);
            }
            close(Status.OK);
        }

        /** Ends, with trailers of the server's, unless it has ended. */
        void close(Status status) {
            if (!over) {
                over = true;
                Metadata last = new Metadata();
                last.put(KEY, "server");
                listener.onClose(status, last);
            }
        }

        private void does(String what) {
            if (failing) {
                throw new IllegalStateException("the library's: " + what);
            }
            done.add(what);
        }

        @Override
        public void start(Listener<String> responses, Metadata given) {
            listener = responses;
            headers = given;
            does("start");
            starting.accept(this);
        }

        @Override
        public void request(int messages) {
            does("request " + messages);
        }

        @Override
        public void sendMessage(String message) {
            does("message " + message);
            sending.accept(message);
        }

        @Override
        public void halfClose() {
            does("half-close");
        }

        @Override
        public void setMessageCompression(boolean enabled) {
            does("compression " + enabled);
        }

        @Override
        public void cancel(String message, Throwable cause) {
            does("cancel");
            if (listener != null && !answered) {
                close(Status.CANCELLED.withDescription(message).withCause(cause));
            }
        }

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }
    }
}

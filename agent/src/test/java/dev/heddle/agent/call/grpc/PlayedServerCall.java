package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Chain;
import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.Link;
import dev.heddle.agent.call.grpc.server.ServerAdapter;
import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.GrpcServerCall;
import dev.heddle.api.Interceptor;
import io.grpc.Attributes;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A server's call that a test plays by hand on one thread: it is the library for {@link #library}, which the interceptor
 * gives it, and the handler for {@link #handler}.
 */
final class PlayedServerCall extends ServerCall<String, String> {
    static final Metadata.Key<String> KEY = Metadata.Key.of("by", Metadata.ASCII_STRING_MARSHALLER);

    /** What is done to the library's call. */
    final List<String> done = new ArrayList<>();
    /** What the handler hears. */
    final List<String> heard = new ArrayList<>();
    /** The handler's, as it gives it to the library. */
    final Listener<String> own = new Handlers();
    /** What the library calls back. */
    final Listener<String> library;

    /** The call as the handler has it; {@code null} if it was not started. */
    ServerCall<String, String> handler;

    boolean ready = true;
    boolean cancelled;
    /** Whether the library's call throws whatever is done to it. */
    boolean failing;

    String authority;
    Attributes attributes = Attributes.EMPTY;

    Status closed;
    Metadata trailers;

    /** What is told of accidents. */
    final List<Throwable> accidents = new ArrayList<>();
    /** What the handler does as it starts. */
    Runnable starting;
    /** What the handler does when it hears something. */
    Consumer<String> doing = what -> {};

    private final MethodDescriptor<String, String> method;
    private final ExtensionHealth health;

    private PlayedServerCall(MethodType type, boolean guards, List<Interceptor<GrpcServerCall>> interceptors) {
        this(type, guards, () -> {}, interceptors);
    }

    private PlayedServerCall(
            MethodType type, boolean guards, Runnable starting, List<Interceptor<GrpcServerCall>> interceptors) {
        this.starting = starting;
        this.method = FakeMethods.method(type);
        health = new ExtensionHealth(
                "test", guards, Integer.MAX_VALUE, (operation, accident) -> accidents.add(accident));
        List<Link> links = new ArrayList<>();
        for (Interceptor<GrpcServerCall> interceptor : interceptors) {
            @SuppressWarnings("unchecked") // The chain is of servers' calls.
            Interceptor<Call> anyCalls = (Interceptor<Call>) (Interceptor<?>) interceptor;
            links.add(new Link(health, anyCalls));
        }
        ServerAdapter adapter = new ServerAdapter(new InterceptedMethods(
                Category.GRPC_SERVER,
                operation -> new Chain(operation, links),
                Runnable::run,
                ConcurrentHashMap.newKeySet()));
        this.library = adapter.interceptCall(this, new Metadata(), (call, headers) -> {
            handler = call;
            this.starting.run();
            return own;
        });
    }

    /** How often the interceptors have refused. */
    long refusals() {
        return FakeMethods.refusals(health);
    }

    /** A unary call arrives. */
    static PlayedServerCall unary(Interceptor<GrpcServerCall> interceptor) {
        return of(MethodType.UNARY, interceptor);
    }

    /** The same, which two interceptors want. */
    static PlayedServerCall unary(Interceptor<GrpcServerCall> outer, Interceptor<GrpcServerCall> inner) {
        return new PlayedServerCall(MethodType.UNARY, false, List.of(outer, inner));
    }

    /** The same, whose interceptor guards. */
    static PlayedServerCall guarded(Interceptor<GrpcServerCall> interceptor) {
        return new PlayedServerCall(MethodType.UNARY, true, List.of(interceptor));
    }

    /** A unary call arrives, whose handler does something as it starts. */
    static PlayedServerCall starting(Runnable starting, boolean guards, Interceptor<GrpcServerCall> interceptor) {
        return new PlayedServerCall(MethodType.UNARY, guards, starting, List.of(interceptor));
    }

    /** A call arrives whose responses are a stream. */
    static PlayedServerCall stream(Interceptor<GrpcServerCall> interceptor) {
        return of(MethodType.SERVER_STREAMING, interceptor);
    }

    static PlayedServerCall of(MethodType type, Interceptor<GrpcServerCall> interceptor) {
        return new PlayedServerCall(type, false, List.of(interceptor));
    }

    /** The handler answers, with trailers of its own. */
    void answer(String response) {
        handler.sendHeaders(new Metadata());
        handler.sendMessage(response);
        close(Status.OK);
    }

    /** The handler closes its call, with trailers of its own. */
    void close(Status status) {
        handler.close(status, trailersOf("handler"));
    }

    static Metadata trailersOf(String whom) {
        Metadata trailers = new Metadata();
        trailers.put(KEY, whom);
        return trailers;
    }

    private final class Handlers extends Listener<String> {
        private void hear(String what) {
            heard.add(what);
            doing.accept(what);
        }

        @Override
        public void onMessage(String message) {
            hear("message " + message);
        }

        @Override
        public void onHalfClose() {
            hear("half-close");
        }

        @Override
        public void onReady() {
            hear("ready");
        }

        @Override
        public void onCancel() {
            hear("cancel");
        }

        @Override
        public void onComplete() {
            hear("complete");
        }
    }

    private void does(String what) {
        if (failing) {
            throw new IllegalStateException("the library's: " + what);
        }
        done.add(what);
    }

    @Override
    public String getAuthority() {
        return authority;
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public void request(int messages) {
        does("request " + messages);
    }

    @Override
    public void sendHeaders(Metadata headers) {
        does("headers");
    }

    @Override
    public void sendMessage(String message) {
        does("message " + message);
    }

    @Override
    public void close(Status status, Metadata last) {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(last, "trailers");
        if (closed != null) {
            throw new IllegalStateException("call already closed");
        }
        does("close " + status.getCode());
        closed = status;
        trailers = last;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void setMessageCompression(boolean enabled) {
        does("message compression " + enabled);
    }

    @Override
    public void setCompression(String compressor) {
        does("compression " + compressor);
    }

    @Override
    public MethodDescriptor<String, String> getMethodDescriptor() {
        return method;
    }
}

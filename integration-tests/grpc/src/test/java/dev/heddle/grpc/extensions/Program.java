package dev.heddle.grpc.extensions;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * An application with a gRPC server and a client of it, which knows nothing of Heddle. The test loads it with a class
 * loader of its own, so what goes in and out are classes of the JDK: the words handlers, kind, service and request, and
 * the headers to send; the result is the status and what came before it.
 */
public final class Program implements BiFunction<List<String>, Map<String, String>, String>, AutoCloseable {
    static final List<String> SERVICES = List.of(
            "acme.Orders",
            "acme.Stock",
            "grpc.health.v1.Health",
            "grpc.reflection.v1.ServerReflection",
            "grpc.reflection.v1alpha.ServerReflection",
            "temporal.api.workflowservice.v1.WorkflowService");

    /** A request that never comes. */
    static final String OPEN = "open";

    private final ExecutorService elsewhere = Executors.newSingleThreadExecutor();
    private final Server sync = server("sync", null);
    private final Server async = server("async", elsewhere);
    private volatile String handled;

    private Server server(String name, ExecutorService executor) {
        InProcessServerBuilder builder =
                InProcessServerBuilder.forName(name).directExecutor().intercept(new Seen());
        SERVICES.forEach(service -> builder.addService(new Service(service, executor).definition()));
        try {
            return builder.build().start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public String apply(List<String> words, Map<String, String> headers) {
        handled = "not handled";
        ManagedChannel channel = InProcessChannelBuilder.forName(words.get(0)).build();
        try {
            Metadata metadata = new Metadata();
            headers.forEach((name, value) -> metadata.put(key(name), value));
            return call(
                            ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(metadata)),
                            MethodType.valueOf(words.get(1)),
                            words.get(2),
                            words.get(3))
                    + handled;
        } finally {
            channel.shutdownNow();
        }
    }

    private static String call(Channel channel, MethodType type, String service, String request) {
        List<String> events = new ArrayList<>();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        ClientCall<String, String> call = channel.newCall(Service.method(service, type), CallOptions.DEFAULT);
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onMessage(String response) {
                        events.add(response);
                    }

                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        events.add(status.getCode() + ": " + status.getDescription());
                        events.add(trailers.get(Raised.DETAIL));
                        closed.complete(null);
                    }
                },
                new Metadata());
        call.request(10);
        if (!request.equals(OPEN)) {
            call.sendMessage(request);
            call.halfClose();
        }
        closed.orTimeout(60, TimeUnit.SECONDS).join();
        return String.join("|", events.stream().map(String::valueOf).toList()) + '|';
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    @Override
    public void close() {
        sync.shutdownNow();
        async.shutdownNow();
        elsewhere.shutdownNow();
    }

    /** The application's own interceptor, which stands before the handler. */
    private final class Seen implements ServerInterceptor {
        @Override
        public <Q, R> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
            List<String> names = new ArrayList<>(headers.keys());
            names.removeIf(name -> name.startsWith("grpc-") || name.equals("user-agent"));
            names.sort(null);
            handled = names.stream()
                    .map(name -> ' ' + name + '=' + headers.get(key(name)))
                    .collect(Collectors.joining("", "handled", ""));
            return next.startCall(call, headers);
        }
    }
}

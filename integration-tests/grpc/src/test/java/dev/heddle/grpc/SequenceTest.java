package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What client and server are told, event by event: the same for a service that is intercepted and one that is not. */
class SequenceTest extends GrpcTest {
    /** What happens to the call; the steps that a kind cannot do are the application's own errors and the same. */
    enum Course {
        COMPLETES(call -> {
            call.request(10);
            call.sendMessage("foo");
            call.halfClose();
        }),
        HALF_CLOSED_WITHOUT_REQUEST(call -> {
            call.request(10);
            call.halfClose();
        }),
        CANCELLED_AT_ONCE(call -> {
            call.request(10);
            call.cancel("enough", null);
        }),
        CANCELLED_BY_THE_CLIENT(call -> {
            call.request(10);
            call.sendMessage("wait");
            call.halfClose();
        }),
        FAILS(call -> {
            call.request(10);
            call.sendMessage("error");
            call.halfClose();
        }),
        CLOSED_BY_THE_HANDLER(call -> {
            call.request(10);
            call.sendMessage("close");
            call.halfClose();
        }),
        CANCELLED_BEFORE_THE_REQUEST(call -> call.request(10)),
        CANCELLED_BEFORE_THE_HALF_CLOSE(call -> {
            call.request(10);
            call.sendMessage("foo");
        }),
        TIMES_OUT(call -> {
            call.request(10);
            call.sendMessage("timeout");
            call.halfClose();
        }),
        TIMES_OUT_BEFORE_THE_REQUEST(call -> call.request(10));

        private final Consumer<ClientCall<String, String>> course;

        Course(Consumer<ClientCall<String, String>> course) {
            this.course = course;
        }
    }

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stopClock() {
        clock.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource(Course.class)
    void unary(Course course) throws Exception {
        same(course, MethodType.UNARY);
    }

    @ParameterizedTest
    @EnumSource(Course.class)
    void clientStream(Course course) throws Exception {
        same(course, MethodType.CLIENT_STREAMING);
    }

    @ParameterizedTest
    @EnumSource(Course.class)
    void serverStream(Course course) throws Exception {
        same(course, MethodType.SERVER_STREAMING);
    }

    @ParameterizedTest
    @EnumSource(Course.class)
    void bidi(Course course) throws Exception {
        same(course, MethodType.BIDI_STREAMING);
    }

    /** The way of those who use a call without a stub. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sendsWhenReady(boolean network) throws Exception {
        if (network) {
            channel = netty(new DummyService(Runnable::run));
        }
        sendsWhenReady(DummyService.UNARY);
        sendsWhenReady(DummyService.SERVER_STREAM);
        sendsWhenReady(DummyService.CLIENT_STREAM);
        sendsWhenReady(DummyService.BIDI);
    }

    private void sendsWhenReady(MethodDescriptor<String, String> method) throws Exception {
        CountDownLatch ready = new CountDownLatch(1);
        CompletableFuture<Status> closed = new CompletableFuture<>();
        ClientCall<String, String> call = channel.newCall(method, CallOptions.DEFAULT);
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onReady() {
                        ready.countDown();
                    }

                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        closed.complete(status);
                    }
                },
                new Metadata());
        call.request(10);
        // gRPC does not tell who sends one message, which over the network leaves together with the headers.
        if (!method.getType().clientSendsOneMessage()) {
            assertThat(ready.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(call.isReady()).isTrue();
        }
        call.sendMessage("foo");
        call.halfClose();
        assertThat(closed.get(60, TimeUnit.SECONDS).isOk()).isTrue();
    }

    private void same(Course course, MethodType type) throws Exception {
        Sequences without = run("plain.Plain", course, type);
        assertThat(Interceptions.CLIENT_CALLS).hasValue(0);
        Sequences with = run(DummyService.NAME, course, type);
        assertThat(Interceptions.CLIENT_CALLS).hasValue(3);
        assertThat(with.client).isEqualTo(without.client);
        if (course != Course.CANCELLED_AT_ONCE) {
            // Whether such a call comes to the server at all is a race.
            assertThat(with.server).isEqualTo(without.server);
        }
    }

    private record Sequences(List<String> client, List<String> server) {}

    private Sequences run(String service, Course course, MethodType type) throws Exception {
        Recorder recorder = new Recorder();
        Arrival arrival = new Arrival();
        MethodDescriptor<String, String> method = arrival.watch(DummyService.method(service, "Method", type));
        String name = InProcessServerBuilder.generateName();
        ManagedChannel raw = connect(
                InProcessServerBuilder.forName(name)
                        .addStreamTracerFactory(arrival)
                        .addService(ServerServiceDefinition.builder(service)
                                .addMethod(method, recorder)
                                .build()),
                InProcessChannelBuilder.forName(name));
        List<String> client = new CopyOnWriteArrayList<>();
        CountDownLatch closed = new CountDownLatch(1);
        Context.CancellableContext context = Context.current().withDeadlineAfter(1, TimeUnit.HOURS, clock);
        ClientCall<String, String> call =
                context.wrap(() -> raw.newCall(method, CallOptions.DEFAULT)).call();
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onHeaders(Metadata headers) {
                        client.add("headers");
                    }

                    @Override
                    public void onMessage(String message) {
                        client.add("message " + message);
                    }

                    @Override
                    public void onReady() {
                        client.add("ready");
                    }

                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        String description = String.valueOf(status.getDescription());
                        client.add("close " + status.getCode() + " " + description.replaceAll("(?s)\\d.*", "")
                                + trailers.keys());
                        closed.countDown();
                    }
                },
                new Metadata());
        course.course.accept(call);
        if (course == Course.CANCELLED_BY_THE_CLIENT || course == Course.TIMES_OUT) {
            await().until(() -> recorder.events.contains("half-close"));
        }
        if (course == Course.CANCELLED_BEFORE_THE_REQUEST || course == Course.TIMES_OUT_BEFORE_THE_REQUEST) {
            await().until(() -> arrival.call);
        }
        if (course == Course.CANCELLED_BEFORE_THE_HALF_CLOSE) {
            // One request leaves together with its half-close.
            await().until(() -> type.clientSendsOneMessage() ? arrival.call : arrival.request);
        }
        if (course.name().startsWith("CANCELLED_B")) {
            call.cancel("enough", null);
        }
        if (course.name().startsWith("TIMES_OUT")) {
            // Not by a clock, which does not wait until the server has what it is to see.
            context.cancel(new TimeoutException("context timed out"));
        }
        assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
        boolean silent = course == Course.CANCELLED_AT_ONCE;
        await().until(() -> silent
                || recorder.events.stream().anyMatch(event -> event.equals("cancel") || event.equals("complete")));
        if (course == Course.FAILS) {
            // Whether it comes after the failure is a race between the two sides, with and without the agent.
            recorder.events.remove("half-close");
        }
        context.cancel(null);
        if (course.name().startsWith("CANCELLED") || course.name().startsWith("TIMES_OUT")) {
            // Whether it comes before the cancellation is another race.
            client.remove("ready");
            recorder.events.remove("ready");
        }
        return new Sequences(client, recorder.events);
    }

    /** Knows what has come to the server, whoever is told of it: what is on its way when a client cancels may be lost. */
    private static final class Arrival extends ServerStreamTracer.Factory {
        private volatile boolean call;
        private volatile boolean request;

        @Override
        public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
            return new ServerStreamTracer() {
                @Override
                public void serverCallStarted(ServerCallInfo<?, ?> info) {
                    call = true;
                }
            };
        }

        MethodDescriptor<String, String> watch(MethodDescriptor<String, String> method) {
            MethodDescriptor.Marshaller<String> text = method.getRequestMarshaller();
            return method.toBuilder()
                    .setRequestMarshaller(new MethodDescriptor.Marshaller<>() {
                        @Override
                        public InputStream stream(String value) {
                            return text.stream(value);
                        }

                        @Override
                        public String parse(InputStream stream) {
                            request = true;
                            return text.parse(stream);
                        }
                    })
                    .build();
        }
    }

    /** A handler that asks for everything, writes down what it is told, and does as the message says. */
    private static final class Recorder implements ServerCallHandler<String, String> {
        private final List<String> events = new CopyOnWriteArrayList<>();

        @Override
        public ServerCall.Listener<String> startCall(ServerCall<String, String> call, Metadata headers) {
            events.add("start");
            call.request(10);
            return new ServerCall.Listener<>() {
                private String last = "";

                @Override
                public void onMessage(String message) {
                    events.add("message " + message);
                    last = message;
                    if (message.equals("error")) {
                        throw new IllegalArgumentException("the handler's own");
                    }
                }

                @Override
                public void onHalfClose() {
                    events.add("half-close");
                    if (last.equals("close")) {
                        Metadata trailers = new Metadata();
                        trailers.put(Metadata.Key.of("why", Metadata.ASCII_STRING_MARSHALLER), "because");
                        call.close(Status.DATA_LOSS.withDescription("gone"), trailers);
                    } else if (!last.equals("wait") && !last.equals("timeout")) {
                        call.sendHeaders(new Metadata());
                        call.sendMessage("response");
                        call.close(Status.OK, new Metadata());
                    }
                }

                @Override
                public void onReady() {
                    events.add("ready");
                }

                @Override
                public void onCancel() {
                    events.add("cancel");
                }

                @Override
                public void onComplete() {
                    events.add("complete");
                }
            };
        }
    }
}

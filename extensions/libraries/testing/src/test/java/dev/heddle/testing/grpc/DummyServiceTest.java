package dev.heddle.testing.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DummyServiceTest {
    private static final Executor OTHER_THREADS = new ForkJoinPool(2);

    private enum Variant {
        DIRECT(false, false, false),
        DIRECT_MANUAL(false, false, true),
        DIRECT_ASYNCHRONOUS(false, true, false),
        EXECUTOR(true, false, false),
        EXECUTOR_MANUAL(true, false, true),
        EXECUTOR_ASYNCHRONOUS_MANUAL(true, true, true);

        private final boolean executor;
        private final boolean asynchronous;
        private final boolean manual;

        Variant(boolean executor, boolean asynchronous, boolean manual) {
            this.executor = executor;
            this.asynchronous = asynchronous;
            this.manual = manual;
        }

        DummyServer start(DummyService service) {
            if (asynchronous) {
                service.completingOn(OTHER_THREADS);
            }
            if (manual) {
                service.manualFlowControl();
            }
            DummyServer server = new DummyServer(service);
            return (executor ? server : server.direct()).start();
        }

        DummyClient client(DummyServer server) {
            return manual ? server.client().manualFlowControl() : server.client();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfMethodAnswers(Variant variant) throws Exception {
        try (DummyServer server = variant.start(new DummyService())) {
            DummyClient client = variant.client(server);
            assertThat(client.unary("foo")).isEqualTo("foo");
            assertThat(client.unaryFuture("foo").get()).isEqualTo("foo");
            assertThat(client.clientStream("foo", "bar")).isEqualTo("foobar");
            assertThat(client.clientStream()).isEmpty();
            assertThat(client.serverStream("foo")).containsExactly("f", "o", "o");
            assertThat(client.serverStream("")).isEmpty();
            assertThat(client.bidi("foo", "bar")).containsExactly("foo", "bar");
            assertThat(client.bidi()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void specialCasesAnswerOtherwise(Variant variant) throws Exception {
        DummyService service = new DummyService().answers("shout", String::toUpperCase);
        try (DummyServer server = variant.start(service)) {
            DummyClient client = variant.client(server);
            assertThat(client.unary("shout")).isEqualTo("SHOUT");
            assertThat(client.clientStream("foo", "shout")).isEqualTo("fooSHOUT");
            assertThat(client.serverStream("shout")).containsExactly("S", "H", "O", "U", "T");
            assertThat(client.bidi("foo", "shout")).containsExactly("foo", "SHOUT");
        }
    }

    @ParameterizedTest
    @EnumSource
    void raisingFailsTheCall(Variant variant) throws Exception {
        DummyService service = new DummyService().raises("error", new IllegalStateException("oh no"));
        try (DummyServer server = variant.start(service)) {
            DummyClient client = variant.client(server);
            assertUnknown(() -> client.unary("error"));
            assertUnknown(() -> client.clientStream("foo", "error"));
            assertUnknown(() -> client.serverStream("error"));
            assertUnknown(() -> client.bidi("foo", "error"));
            assertThat(client.unary("foo")).isEqualTo("foo");
        }
    }

    private static void assertUnknown(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        failure -> assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNKNOWN));
    }

    @Test
    void interceptorsOfGrpcRunInTheOrderGiven() throws Exception {
        List<String> log = new CopyOnWriteArrayList<>();
        DummyServer described = new DummyServer(new DummyService())
                .direct()
                .intercepted(server("server 1", log), server("server 2", log))
                .clientIntercepted(client("channel 1", log), client("channel 2", log));
        try (DummyServer server = described.start()) {
            server.client()
                    .intercepted(client("client 1", log), client("client 2", log))
                    .unary("foo");
        }
        assertThat(log).containsExactly("client 1", "client 2", "channel 1", "channel 2", "server 1", "server 2");
    }

    private static ClientInterceptor client(String name, List<String> log) {
        return new ClientInterceptor() {
            @Override
            public <Q, A> ClientCall<Q, A> interceptCall(
                    MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
                log.add(name);
                return next.newCall(method, options);
            }
        };
    }

    private static ServerInterceptor server(String name, List<String> log) {
        return new ServerInterceptor() {
            @Override
            public <Q, A> ServerCall.Listener<Q> interceptCall(
                    ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
                log.add(name);
                return next.startCall(call, headers);
            }
        };
    }
}

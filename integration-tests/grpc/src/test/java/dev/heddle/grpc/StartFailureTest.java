package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.heddle.grpc.Interceptions.Place;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ClientCalls;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A handler that cannot even start: what the client gets and the library logs is the same with the agent. */
class StartFailureTest extends GrpcTest {
    private record Failure(String status, List<Throwable> logged) {}

    @ParameterizedTest
    @EnumSource(
            value = MethodType.class,
            names = {"UNARY", "SERVER_STREAMING", "CLIENT_STREAMING", "BIDI_STREAMING"})
    void isTheSame(MethodType type) throws Exception {
        for (RuntimeException thrown : List.of(
                new IllegalArgumentException("the handler's own"),
                Status.NOT_FOUND.withDescription("nothing here").asRuntimeException())) {
            Failure without = call("plain.Plain", type, thrown);
            Failure with = call(DummyService.NAME, type, thrown);
            assertThat(with).isEqualTo(without);
            assertThat(with.logged).containsExactly(thrown);
        }
    }

    /** The library goes on telling what the client does, though there is no handler to hear of it. */
    @Test
    void interceptorAnswersLater() throws Exception {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        server(Place.INNER, call -> call.response().exceptionallyCompose(failure -> answer));
        String name = InProcessServerBuilder.generateName();
        ManagedChannel failing = connect(
                InProcessServerBuilder.forName(name)
                        .directExecutor()
                        .addService(ServerServiceDefinition.builder(DummyService.NAME)
                                .addMethod(DummyService.CLIENT_STREAM, (call, headers) -> {
                                    throw new IllegalArgumentException("the handler's own");
                                })
                                .build()),
                InProcessChannelBuilder.forName(name).directExecutor());
        Responses responses = new Responses();
        ClientCalls.asyncClientStreamingCall(
                        failing.newCall(DummyService.CLIENT_STREAM, CallOptions.DEFAULT), responses)
                .onCompleted();
        answer.complete("answer");
        assertThat(responses.all()).containsExactly("answer");
    }

    private Failure call(String service, MethodType type, RuntimeException thrown) throws Exception {
        MethodDescriptor<String, String> method = DummyService.method(service, "Method", type);
        String name = InProcessServerBuilder.generateName();
        ManagedChannel failing = connect(
                InProcessServerBuilder.forName(name)
                        .addService(ServerServiceDefinition.builder(service)
                                .addMethod(method, (call, headers) -> {
                                    throw thrown;
                                })
                                .build()),
                InProcessChannelBuilder.forName(name));
        // What the library logs it with, by the name that it has had since 1.6.
        try (LibraryLog log = new LibraryLog("io.grpc.internal.SerializingExecutor")) {
            StatusRuntimeException failure = catchThrowableOfType(
                    StatusRuntimeException.class,
                    () -> ClientCalls.blockingUnaryCall(failing, method, CallOptions.DEFAULT, "foo"));
            await().until(() -> !log.thrown().isEmpty());
            return new Failure(failure.getMessage(), log.thrown());
        }
    }
}

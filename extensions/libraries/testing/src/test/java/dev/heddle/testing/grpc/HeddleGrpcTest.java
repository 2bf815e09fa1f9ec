package dev.heddle.testing.grpc;

import static dev.heddle.api.Selector.GRPC_CLIENT;
import static dev.heddle.api.Selector.GRPC_SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.Category;
import dev.heddle.api.RefusedException;
import dev.heddle.testing.Heddle;
import dev.heddle.testing.RecordedCall;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** gRPC with the agent: the test's channel and server go through the test's extensions. */
class HeddleGrpcTest {
    private final List<Object> users = new CopyOnWriteArrayList<>();

    @RegisterExtension
    final Heddle heddle = Heddle.with((interceptors, settings) -> interceptors
                    .on(GRPC_CLIENT, call -> {
                        call.headers().put("user", settings.get("user"));
                        return call.proceed();
                    })
                    .onRequest(GRPC_SERVER.only(DummyService.NAME + "/*"), (call, request) -> {
                        users.add(call.headers().get("user"));
                        if ("nobody".equals(request)) {
                            throw new RefusedException("who is nobody?");
                        }
                        if ("accident".equals(request)) {
                            throw new IllegalStateException("slipped");
                        }
                        return call.proceed();
                    }))
            .setting("user", "ada");

    private DummyServer server;

    private DummyClient client() {
        server = new DummyServer(new DummyService()).start();
        return server.client();
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.close();
    }

    /** Several at the same time, as the kit's tests run side by side. */
    @RepeatedTest(4)
    void bothEndsAreIntercepted() {
        DummyClient client = client();
        assertThat(client.unary("foo")).isEqualTo("foo");
        assertThat(client.clientStream("foo", "bar")).isEqualTo("foobar");
        assertThat(client.serverStream("foo")).containsExactly("f", "o", "o");
        assertThat(client.bidi("foo", "bar")).containsExactly("foo", "bar");
        assertThat(users)
                .isEqualTo(IntStream.range(0, 4).mapToObj(each -> "ada").toList());
        for (Category category : List.of(Category.GRPC_CLIENT, Category.GRPC_SERVER)) {
            assertThat(heddle.calls().in(category).await(4))
                    .extracting(call -> call.operation().name())
                    .containsExactly(
                            DummyService.UNARY.getFullMethodName(),
                            DummyService.CLIENT_STREAM.getFullMethodName(),
                            DummyService.SERVER_STREAM.getFullMethodName(),
                            DummyService.BIDI.getFullMethodName());
            assertThat(heddle.calls().in(category)).allMatch(RecordedCall::arrived);
        }
    }

    @Test
    void callsAreRecorded() {
        client().unary("foo");
        for (Category category : List.of(Category.GRPC_CLIENT, Category.GRPC_SERVER)) {
            RecordedCall call = heddle.calls()
                    .in(category)
                    .named("dummy.DummyService/Unary")
                    .first();
            assertThat(call.name()).isEqualTo("dummy.DummyService/Unary");
            assertThat(call.arguments()).containsExactly("foo");
            assertThat(call.headers()).containsEntry("user", "ada");
            assertThat(call.arrived()).isTrue();
            assertThat(call.result()).isEqualTo("foo");
        }
    }

    @Test
    void aCallThatGoesOnTwiceIsRecordedOnce() {
        heddle.and((interceptors, settings) ->
                interceptors.on(GRPC_CLIENT, call -> call.response().thenCompose(first -> call.response())));
        assertThat(client().unary("foo")).isEqualTo("foo");
        assertThat(heddle.calls().in(Category.GRPC_CLIENT)).hasSize(1);
        assertThat(heddle.calls().in(Category.GRPC_SERVER)).hasSize(2);
    }

    @Test
    void aRefusalReachesTheClient() {
        assertThatThrownBy(() -> client().unary("nobody")).hasMessage("PERMISSION_DENIED: who is nobody?");
        RecordedCall refused = heddle.calls().in(Category.GRPC_SERVER).first();
        assertThat(refused.arrived()).isFalse();
        assertThat(refused.failure()).hasMessageContaining("who is nobody?");
    }

    @Test
    void anAccidentIsContainedAndTold() {
        assertThat(client().unary("accident")).isEqualTo("accident");
        assertThat(heddle.takeAccidents())
                .singleElement()
                .satisfies(accident -> assertThat(accident.failure()).hasMessage("slipped"));
    }
}

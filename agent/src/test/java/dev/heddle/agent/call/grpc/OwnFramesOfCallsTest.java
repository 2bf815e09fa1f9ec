package dev.heddle.agent.call.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.heddle.api.GrpcClientCall;
import dev.heddle.api.GrpcServerCall;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What the library or the application throws through an intercepted call has no frame of ours when it arrives. */
class OwnFramesOfCallsTest {
    private static final String LIBRARYS = "the library's";
    private static final String APPLICATIONS = "the application's";

    private static void fail(String heard) {
        throw new IllegalStateException(APPLICATIONS + ": " + heard);
    }

    private static void assertClean(String whose, ThrowingCallable what) {
        Throwable thrown = catchThrowable(what);
        assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessageStartingWith(whose);
        assertThat(thrown.getStackTrace())
                .extracting(StackTraceElement::getClassName)
                .as(thrown.getMessage())
                .noneMatch(type -> type.startsWith("dev.heddle.agent.call.grpc.client.")
                        || type.startsWith("dev.heddle.agent.call.grpc.server."));
    }

    // A server's call.

    private static Object watch(GrpcServerCall call) {
        call.onCompletion((response, failure) -> {});
        return call.proceed();
    }

    @Test
    void whatTheLibraryThrowsAtAHandler() {
        List<Consumer<ServerCall<String, String>>> all = List.of(
                call -> call.request(1),
                call -> call.setCompression("gzip"),
                call -> call.setMessageCompression(true),
                call -> call.sendHeaders(new Metadata()),
                call -> call.sendMessage("foo"),
                call -> call.close(Status.OK, new Metadata()));
        for (Consumer<ServerCall<String, String>> each : all) {
            PlayedServerCall played = PlayedServerCall.unary(OwnFramesOfCallsTest::watch);
            played.failing = true;
            assertClean(LIBRARYS, () -> each.accept(played.handler));
        }
    }

    @Test
    void whatAHandlerThrowsAtTheLibrary() {
        List<Consumer<ServerCall.Listener<String>>> all = List.of(
                listener -> listener.onMessage("foo"),
                ServerCall.Listener::onHalfClose,
                ServerCall.Listener::onReady,
                ServerCall.Listener::onCancel,
                ServerCall.Listener::onComplete);
        for (Consumer<ServerCall.Listener<String>> each : all) {
            PlayedServerCall played = PlayedServerCall.unary(OwnFramesOfCallsTest::watch);
            played.doing = OwnFramesOfCallsTest::fail;
            assertClean(APPLICATIONS, () -> each.accept(played.library));
        }
    }

    @Test
    void whatAHandlerThrowsAsItStarts() {
        assertClean(
                APPLICATIONS, () -> PlayedServerCall.starting(() -> fail("start"), false, OwnFramesOfCallsTest::watch));
    }

    // A client's call.

    private static Object watch(GrpcClientCall call) {
        call.onCompletion((response, failure) -> {});
        return call.proceed();
    }

    private static PlayedClientCall started() {
        return PlayedClientCall.of(MethodType.BIDI_STREAMING, OwnFramesOfCallsTest::watch)
                .start();
    }

    @Test
    void whatTheLibraryThrowsAtAnApplication() {
        Stream<Consumer<ClientCall<String, String>>> all = Stream.of(
                call -> call.request(1),
                call -> call.setMessageCompression(true),
                call -> call.sendMessage("foo"),
                ClientCall::halfClose,
                call -> call.cancel("enough", null));
        all.forEach(each -> {
            PlayedClientCall played = started();
            played.library().failing = true;
            assertClean(LIBRARYS, () -> each.accept(played.call));
        });
    }

    @Test
    void whatTheLibraryThrowsAsACallStarts() {
        PlayedClientCall played = PlayedClientCall.unary(OwnFramesOfCallsTest::watch);
        played.starting = made -> {
            throw new IllegalStateException(LIBRARYS);
        };
        assertClean(LIBRARYS, played::start);
    }

    @Test
    void whatAnApplicationThrowsAtTheLibrary() {
        List<Consumer<ClientCall.Listener<String>>> all = List.of(
                listener -> listener.onHeaders(new Metadata()),
                listener -> listener.onMessage("foo"),
                ClientCall.Listener::onReady,
                listener -> listener.onClose(Status.OK, new Metadata()));
        for (Consumer<ClientCall.Listener<String>> each : all) {
            PlayedClientCall played = started();
            played.doing = OwnFramesOfCallsTest::fail;
            assertClean(APPLICATIONS, () -> each.accept(played.library().listener));
        }
    }
}

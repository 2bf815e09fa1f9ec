package dev.heddle.agent.call.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.GrpcCall;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * An interceptor hands {@code proceed()} to another thread, and fails while the call begins there, which then throws: the
 * call ends with what was thrown, for nobody else can end it.
 */
class GivenUpTest {
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final CompletableFuture<Void> givenUp = new CompletableFuture<>();
    private CompletableFuture<Object> elsewhere;

    private Object giveUp(GrpcCall call) {
        elsewhere = CompletableFuture.supplyAsync(call::proceed);
        begun.join();
        throw new IllegalStateException("gave up waiting");
    }

    private void beginAndThrow() {
        begun.complete(null);
        givenUp.join();
        throw Status.FAILED_PRECONDITION.asRuntimeException();
    }

    private void afterwards() {
        givenUp.complete(null);
        elsewhere.handle((answer, failure) -> failure).join();
    }

    @Test
    void aClientIsToldWhatTheStartThrew() {
        PlayedClientCall played = PlayedClientCall.unary(this::giveUp);
        played.starting = library -> beginAndThrow();
        played.ask("bar");
        afterwards();
        assertThat(played.made).hasSize(1);
        assertThat(played.told).containsExactly("close FAILED_PRECONDITION");
    }
}

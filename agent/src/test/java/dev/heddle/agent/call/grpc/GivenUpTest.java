package dev.heddle.agent.call.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.heddle.api.GrpcCall;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An interceptor hands {@code proceed()} to another thread, and fails while the call begins there, which then throws: the
 * call ends with what was thrown, for nobody else can end it.
 */
class GivenUpTest {
    private static final int RACES = Integer.getInteger("races", 1_000);

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

    /** A guard that fails hides what comes of the call, whatever that is. */
    @Test
    void aClientOfAGuardIsRefused() {
        PlayedClientCall played = new PlayedClientCall(MethodType.UNARY, CallOptions.DEFAULT, true, this::giveUp);
        played.starting = library -> beginAndThrow();
        played.ask("bar");
        afterwards();
        assertThat(played.made).hasSize(1);
        assertThat(played.told).containsExactly("close UNAVAILABLE");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aServersCallIsClosedOnce(boolean guards) {
        PlayedServerCall played = PlayedServerCall.starting(this::beginAndThrow, guards, this::giveUp);
        played.library.onHalfClose();
        afterwards();
        assertThat(played.done).containsExactly(guards ? "close UNAVAILABLE" : "close FAILED_PRECONDITION");
        assertThat(played.heard).isEmpty();
    }

    /** Three who go on for one interceptor at once. */
    @Test
    void oneOfThreeGoesOn() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (int race = 0; race < RACES; race++) {
                CyclicBarrier start = new CyclicBarrier(3);
                List<Future<Object>> others = new CopyOnWriteArrayList<>();
                PlayedClientCall played = PlayedClientCall.unary(call -> {
                    for (int i = 0; i < 2; i++) {
                        others.add(pool.submit(() -> {
                            start.await();
                            return call.proceed();
                        }));
                    }
                    start.await();
                    return call.proceed();
                });
                played.ask("bar");
                for (Future<Object> other : others) {
                    catchThrowable(other::get);
                }
                assertThat(played.made).as("race %d", race).hasSize(1);
                assertThat(played.library().done)
                        .as("race %d", race)
                        .containsExactly("start", "request 2", "message bar", "half-close");
            }
        } finally {
            pool.shutdownNow();
        }
    }
}

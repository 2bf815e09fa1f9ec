package dev.heddle.agent.call.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.GrpcException;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A client's interceptor answers, refuses, or has the call start: what the application and the library see, step by step. */
class ClientAnswerTest {
    private final CompletableFuture<Object> gate = new CompletableFuture<>();
    private final GrpcException refusal = new GrpcException.PermissionDenied("no");

    // Answering and refusing.

    @Test
    void responsesComeAsTheyAreAskedFor() {
        PlayedClientCall played = PlayedClientCall.of(MethodType.SERVER_STREAMING, call -> List.of("foo", "bar"));
        played.start();
        assertThat(played.library().done).as("is given up").containsExactly("cancel");
        assertThat(played.told).containsExactly("headers");
        played.call.request(1);
        assertThat(played.told).containsExactly("headers", "message foo");
        played.call.request(1);
        assertThat(played.told).containsExactly("headers", "message foo", "message bar", "close OK");
        played.call.request(1);
        played.call.cancel("enough", null);
        assertThat(played.told).hasSize(4);
    }

    @Test
    void anAnswerCanBeCancelled() {
        PlayedClientCall played = PlayedClientCall.of(MethodType.SERVER_STREAMING, call -> List.of("foo", "bar"));
        played.start();
        played.call.request(1);
        played.call.cancel("enough", null);
        played.call.request(1);
        assertThat(played.told).containsExactly("headers", "message foo", "close CANCELLED");
    }

    @Test
    void anAnswerCanBeCancelledWhileItComes() {
        PlayedClientCall played = PlayedClientCall.of(MethodType.SERVER_STREAMING, call -> List.of("foo", "bar"));
        played.doing = what -> {
            if (what.equals("message foo")) {
                played.call.cancel("enough", null);
            }
        };
        played.start();
        played.call.request(2);
        assertThat(played.told).containsExactly("headers", "message foo", "close CANCELLED");
    }

    @Test
    void anApplicationThatThrowsGetsTheEndAsTheLibraryHasIt() {
        PlayedClientCall played = PlayedClientCall.of(MethodType.SERVER_STREAMING, call -> List.of("foo", "bar"));
        played.doing = what -> {
            if (what.equals("message foo")) {
                throw new IllegalStateException("the application's");
            }
        };
        played.start();
        played.call.request(2);
        assertThat(played.told).containsExactly("headers", "message foo", "close CANCELLED");
        assertThat(played.closed.getDescription()).isEqualTo("Failed to read message.");
    }

    @Test
    void anAnswerThatIsNoneIsAnAccident() {
        PlayedClientCall text = PlayedClientCall.of(MethodType.SERVER_STREAMING, call -> "foo");
        assertThat(text.start().library().done).containsExactly("start");
        PlayedClientCall nothing = PlayedClientCall.unary(call -> null);
        assertThat(nothing.start().library().done).containsExactly("start");
    }

    @Test
    void aRefusedCallNeverStarts() {
        PlayedClientCall played = PlayedClientCall.unary(call -> {
            throw refusal;
        });
        played.ask("bar");
        assertThat(played.library().done).containsExactly("cancel");
        assertThat(played.told).containsExactly("close PERMISSION_DENIED");
    }

    @Test
    void aCallThatIsRefusedAfterItHasGoneOnIsCancelled() {
        PlayedClientCall played = PlayedClientCall.unary(call -> {
            call.proceed();
            return gate;
        });
        played.ask("bar");
        gate.completeExceptionally(refusal);
        assertThat(played.library().done).endsWith("cancel");
        assertThat(played.told).containsExactly("close PERMISSION_DENIED");
        played.library().listener.onReady();
        played.library().listener.onHeaders(new Metadata());
        assertThat(played.told).hasSize(1);
    }

    // Starting.

    @Test
    void aCallThatDoesNotStartCanBeStartedAgain() {
        AtomicInteger ran = new AtomicInteger();
        PlayedClientCall played = PlayedClientCall.unary(call -> {
            ran.incrementAndGet();
            return call.proceed();
        });
        played.starting = library -> {
            throw new IllegalStateException("the library's");
        };
        assertThatThrownBy(played::start).hasMessage("the library's");
        played.starting = library -> {};
        played.start();
        assertThat(ran).hasValue(2);
        assertThat(played.made).hasSize(1);
    }

    @Test
    void theLibrarySaysWhatItThinksOfASecondStart() {
        AtomicInteger ran = new AtomicInteger();
        PlayedClientCall played = PlayedClientCall.unary(call -> {
            ran.incrementAndGet();
            return call.proceed();
        });
        played.start();
        played.start();
        assertThat(ran).hasValue(1);
        assertThat(played.library().done).containsExactly("start", "start");
    }
}

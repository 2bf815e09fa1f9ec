package dev.heddle.agent.call.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.GrpcClientCall;
import io.grpc.Attributes;
import io.grpc.CallOptions;
import io.grpc.Context;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What an interceptor sees of a client's call and changes before it goes on. */
class ClientCallViewTest {
    private final CompletableFuture<Object> gate = new CompletableFuture<>();
    private GrpcClientCall view;

    private Object show(GrpcClientCall call) {
        view = call;
        return gate.thenApply(go -> call.proceed());
    }

    private PlayedClientCall start(CallOptions options) {
        return new PlayedClientCall(MethodType.UNARY, options, false, this::show).start();
    }

    @Test
    void ofACallWithoutOptions() {
        start(CallOptions.DEFAULT);
        assertThat(view.authority()).isEqualTo("fake");
        assertThat(view.timeRemaining()).isNull();
        assertThat(view.peer()).isNull();
        assertThat(view.waitForReady()).isFalse();
        assertThat(view.compression()).isNull();
        assertThat(view.headers().get("by")).isEqualTo("application");
    }

    @Test
    void ofACallWithOptions() {
        start(CallOptions.DEFAULT
                .withAuthority("other")
                .withWaitForReady()
                .withCompression("gzip")
                .withDeadlineAfter(1, TimeUnit.HOURS));
        assertThat(view.authority()).isEqualTo("other");
        assertThat(view.waitForReady()).isTrue();
        assertThat(view.compression()).isEqualTo("gzip");
        assertThat(view.timeRemaining()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
    }

    @Test
    void theEarlierDeadlineCounts() {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try {
            Context.CancellableContext soon = Context.current().withDeadlineAfter(1, TimeUnit.HOURS, timer);
            soon.run(() -> {
                start(CallOptions.DEFAULT);
                assertThat(view.timeRemaining()).isLessThanOrEqualTo(Duration.ofHours(1));
                start(CallOptions.DEFAULT.withDeadlineAfter(1, TimeUnit.MINUTES));
                assertThat(view.timeRemaining()).isLessThanOrEqualTo(Duration.ofMinutes(1));
                start(CallOptions.DEFAULT.withDeadlineAfter(1, TimeUnit.DAYS));
                assertThat(view.timeRemaining()).isLessThanOrEqualTo(Duration.ofHours(1));
            });
            soon.cancel(null);
        } finally {
            timer.shutdownNow();
        }
    }

    @Test
    void theLibrarysCallHasTheOptionsAsTheyWereChanged() {
        PlayedClientCall played = start(CallOptions.DEFAULT);
        view.setTimeout(Duration.ofHours(1));
        assertThat(view.timeRemaining()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
        view.setTimeout(null);
        assertThat(view.timeRemaining()).isNull();
        view.setWaitForReady(true);
        view.setCompression("gzip");
        gate.complete(null);
        assertThat(played.made).hasSize(2);
        assertThat(played.made.get(0).done).as("is given up").containsExactly("cancel");
        assertThat(played.library().options.isWaitForReady()).isTrue();
        assertThat(played.library().options.getCompressor()).isEqualTo("gzip");
    }

    @Test
    void optionsThatAreNotChangedNeedNoOtherCall() {
        PlayedClientCall played = start(CallOptions.DEFAULT.withWaitForReady());
        view.setWaitForReady(true);
        gate.complete(null);
        assertThat(played.made).hasSize(1);

        PlayedClientCall changed = start(CallOptions.DEFAULT.withWaitForReady());
        view.setWaitForReady(false);
        assertThat(view.waitForReady()).isFalse();
        assertThat(changed.library().options.isWaitForReady()).isTrue();
    }

    @Test
    void theLibrarysObjects() {
        start(CallOptions.DEFAULT);
        assertThat(view.unwrap(CallOptions.class)).isSameAs(CallOptions.DEFAULT);
        assertThat(view.unwrap(MethodDescriptor.class).getFullMethodName()).isEqualTo("a.Service/Method");
        assertThat(view.unwrap(Metadata.class).get(PlayedClientCall.KEY)).isEqualTo("application");
        assertThat(view.unwrap(String.class)).isNull();
        view.replace(CallOptions.class, CallOptions.DEFAULT.withAuthority("other"));
        assertThat(view.authority()).isEqualTo("other");
        assertThatThrownBy(() -> view.replace(String.class, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> view.replace(CallOptions.class, null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void thePeerIsKnownOnceTheCallIsConnected() {
        PlayedClientCall played = start(CallOptions.DEFAULT);
        gate.complete(null);
        assertThat(view.peer()).isNull();
        played.library().attributes = Attributes.newBuilder()
                .set(Grpc.TRANSPORT_ATTR_REMOTE_ADDR, InetSocketAddress.createUnresolved("there", 1))
                .build();
        assertThat(view.peer()).contains("there");
    }
}

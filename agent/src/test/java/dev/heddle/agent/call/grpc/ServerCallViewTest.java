package dev.heddle.agent.call.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.GrpcServerCall;
import io.grpc.Attributes;
import io.grpc.Context;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What an interceptor sees of a server's call. */
class ServerCallViewTest {
    private GrpcServerCall view;

    private final PlayedServerCall played = PlayedServerCall.unary(call -> {
        view = call;
        return call.proceed();
    });

    @Test
    void ofACallWithoutAnything() {
        assertThat(view.authority()).isNull();
        assertThat(view.peer()).isNull();
        assertThat(view.timeRemaining()).isNull();
    }

    @Test
    void whereItComesFromAndWhereItGoes() {
        played.authority = "orders.example";
        played.attributes = Attributes.newBuilder()
                .set(Grpc.TRANSPORT_ATTR_REMOTE_ADDR, InetSocketAddress.createUnresolved("there", 1))
                .build();
        assertThat(view.authority()).isEqualTo("orders.example");
        assertThat(view.peer()).contains("there");
    }

    @Test
    void theClientsDeadlineIsTheContexts() {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try {
            Context.CancellableContext soon = Context.current().withDeadlineAfter(1, TimeUnit.HOURS, timer);
            soon.run(() -> assertThat(view.timeRemaining()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1)));
            soon.cancel(null);
        } finally {
            timer.shutdownNow();
        }
    }

    @Test
    void itsHeadersAreTheLibrarys() {
        Metadata own = view.unwrap(Metadata.class);
        own.put(PlayedServerCall.KEY, "client");
        assertThat(view.headers().get("by")).isEqualTo("client");
    }

    @Test
    void theLibrarysObjects() {
        assertThat(view.unwrap(ServerCall.class)).isSameAs(played);
        assertThat(view.unwrap(MethodDescriptor.class)).isSameAs(played.getMethodDescriptor());
        assertThat(view.unwrap(String.class)).isNull();
    }
}

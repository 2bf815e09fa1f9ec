package dev.heddle.agent.call.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.OperationTally;
import dev.heddle.agent.call.dropin.DropIn;
import dev.heddle.agent.call.grpc.server.DropInTracer;
import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A factory of gRPC's own type for what traces the streams of a server, which always gets a tracer. */
class DropInTracerTest {
    private final ServerStreamTracer own = new ServerStreamTracer() {};
    private final ExtensionHealth health = new ExtensionHealth("test", false, 100);

    private static ServerStreamTracer.Factory making(Supplier<ServerStreamTracer> tracer) {
        return new ServerStreamTracer.Factory() {
            @Override
            public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
                return tracer.get();
            }
        };
    }

    private ServerStreamTracer trace(String method, Supplier<ServerStreamTracer> tracer) {
        DropIn dropIn = new DropIn(
                making(tracer), health, operation -> operation.name().equals("a.Service/Method"), false, true);
        return new DropInTracer(dropIn).newServerStreamTracer(method, new Metadata());
    }

    private long accidents() {
        return health.tally().operations().values().stream()
                .mapToLong(OperationTally::accidents)
                .sum();
    }

    private long counted() {
        return health.tally().operations().values().stream()
                .mapToLong(operation -> operation.calls().ended())
                .sum();
    }

    @Test
    void itsTracerTracesWhatItIsFor() {
        assertThat(trace("a.Service/Method", () -> own)).isSameAs(own);
        assertThat(counted()).isOne();
        assertThat(trace("a.Service/Other", () -> own)).isNotNull().isNotSameAs(own);
        assertThat(counted()).isOne();
        assertThat(accidents()).isZero();
    }

    @Test
    void whereItHasAnAccidentOrMakesNoneNobodyTraces() {
        assertThat(trace("a.Service/Method", () -> {
                    throw new IllegalStateException("an accident");
                }))
                .isNotNull();
        assertThat(trace("a.Service/Method", () -> null)).isNotNull();
        assertThat(accidents()).isEqualTo(2);
    }
}

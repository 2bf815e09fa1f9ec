package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.GrpcServer;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ClientCalls;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Extensions are told of each server that starts: once, with its methods, and to no harm of the server. */
class ServerStartTest extends GrpcTest {
    private static List<GrpcServer> at(String address) {
        return Interceptions.servers().stream()
                .filter(server -> server.address().equals(address))
                .toList();
    }

    private ManagedChannel serve(String name) throws Exception {
        return connect(
                InProcessServerBuilder.forName(name).addService(new DummyService(Runnable::run).definition()),
                InProcessChannelBuilder.forName(name));
    }

    @Test
    void withinTheProcess() throws Exception {
        String name = InProcessServerBuilder.generateName();
        serve(name);
        assertThat(at(name))
                .singleElement()
                .satisfies(server -> assertThat(server.methods())
                        .isSorted()
                        .contains(DummyService.UNARY.getFullMethodName(), DummyService.BIDI.getFullMethodName()));
    }

    @Test
    void onTheNetwork() throws Exception {
        ManagedChannel network = netty(new DummyService(Runnable::run));
        assertThat(at(network.authority().replace("localhost", "127.0.0.1")))
                .singleElement()
                .satisfies(server -> assertThat(server.methods()).contains(DummyService.UNARY.getFullMethodName()));
    }

    /** A server that is built and not started is none. */
    @Test
    void notBeforeItStarts() {
        String name = InProcessServerBuilder.generateName();
        InProcessServerBuilder.forName(name).build();
        assertThat(at(name)).isEmpty();
    }

    @Test
    void aListenerThatFailsIsNamedAndAffectsNobody() throws Exception {
        String name = "fails-" + InProcessServerBuilder.generateName();
        ManagedChannel served = serve(name);
        assertThat(ClientCalls.blockingUnaryCall(served, DummyService.UNARY, CallOptions.DEFAULT, "foo"))
                .isNotNull();
        assertThat(TestExtensions.log())
                .containsOnlyOnce("ERROR heddle - extension outer failed when it was told of the gRPC server at " + name
                        + ", which is not affected");
    }
}

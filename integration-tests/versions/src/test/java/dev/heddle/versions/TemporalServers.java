package dev.heddle.versions;

import io.temporal.api.nexus.v1.EndpointSpec;
import io.temporal.api.nexus.v1.EndpointTarget;
import io.temporal.api.operatorservice.v1.CreateNexusEndpointRequest;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.testserver.TestServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;

/** What applications of every version talk to: Temporal's newest in-memory server, and an {@link AgreeableServer}. */
final class TemporalServers implements AutoCloseable {
    private final String address;
    private final TestServer.PortBoundTestServer server;
    private final AgreeableServer agreeable = new AgreeableServer();
    private final OperatorServiceStubs operator;

    TemporalServers() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        address = "127.0.0.1:" + port;
        server = TestServer.createPortBoundServer(port);
        operator = OperatorServiceStubs.newServiceStubs(
                OperatorServiceStubsOptions.newBuilder().setTarget(address).validateAndBuildWithDefaults());
        operator.connect(Duration.ofSeconds(10));
    }

    String address() {
        return address;
    }

    String agreeableAddress() {
        return agreeable.address();
    }

    /** Makes a Nexus endpoint of the name of a task queue, which leads there. */
    void endpoint(String queue) {
        EndpointTarget.Worker worker = EndpointTarget.Worker.newBuilder()
                .setNamespace("default")
                .setTaskQueue(queue)
                .build();
        operator.blockingStub()
                .createNexusEndpoint(CreateNexusEndpointRequest.newBuilder()
                        .setSpec(EndpointSpec.newBuilder()
                                .setName(queue)
                                .setTarget(EndpointTarget.newBuilder().setWorker(worker)))
                        .build());
    }

    @Override
    public void close() {
        operator.shutdownNow();
        server.close();
        agreeable.close();
    }
}

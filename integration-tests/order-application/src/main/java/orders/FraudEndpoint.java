package orders;

import io.temporal.api.nexus.v1.EndpointSpec;
import io.temporal.api.nexus.v1.EndpointTarget;
import io.temporal.api.operatorservice.v1.CreateNexusEndpointRequest;
import io.temporal.serviceclient.OperatorServiceStubs;

/** Under which name the server finds the fraud team's service. */
public final class FraudEndpoint {
    public static final String NAME = "fraud";

    private FraudEndpoint() {}

    /** Makes the endpoint known to a server: an operator's task, done once. */
    public static void create(OperatorServiceStubs server, String namespace) {
        EndpointTarget.Worker worker = EndpointTarget.Worker.newBuilder()
                .setNamespace(namespace)
                .setTaskQueue(OrderApplication.TASK_QUEUE)
                .build();
        EndpointSpec endpoint = EndpointSpec.newBuilder()
                .setName(NAME)
                .setTarget(EndpointTarget.newBuilder().setWorker(worker))
                .build();
        server.blockingStub()
                .createNexusEndpoint(CreateNexusEndpointRequest.newBuilder()
                        .setSpec(endpoint)
                        .build());
    }
}

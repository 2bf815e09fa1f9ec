package orders;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A connection to the Temporal server that the settings name. */
record Connection(WorkflowServiceStubs server, WorkflowClient client) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    static Connection open() {
        WorkflowServiceStubs server = WorkflowServiceStubs.newConnectedServiceStubs(
                WorkflowServiceStubsOptions.newBuilder()
                        .setTarget(Settings.value("temporal.address", "127.0.0.1:7233"))
                        .setRpcTimeout(PATIENCE)
                        .build(),
                PATIENCE);
        WorkflowClient client = WorkflowClient.newInstance(
                server,
                WorkflowClientOptions.newBuilder()
                        .setNamespace(Settings.value("temporal.namespace", "default"))
                        .build());
        return new Connection(server, client);
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitTermination(5, TimeUnit.SECONDS);
    }
}

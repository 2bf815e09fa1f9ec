package sample.temporal;

import io.temporal.client.NexusClient;
import io.temporal.client.StartNexusOperationOptions;
import io.temporal.client.UntypedNexusOperationHandle;
import io.temporal.client.UntypedNexusServiceClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import sample.Journal;

/** Nexus operations without a workflow, of SDK 1.36 and later. */
final class NexusClientCalls {
    private final NexusClient client;
    private final UntypedNexusServiceClient service;
    private final UntypedNexusOperationHandle alone;

    NexusClientCalls(WorkflowServiceStubs server) {
        client = NexusClient.newInstance(server);
        service = client.newUntypedNexusServiceClient("sample", "Desk");
        alone = client.getHandle("alone", "run");
    }

    void make() {
        StartNexusOperationOptions options = StartNexusOperationOptions.newBuilder()
                .setId("alone")
                .setScheduleToCloseTimeout(Duration.ofSeconds(1))
                .build();
        Journal.call("client startNexusOperationExecution", () -> service.start("now", options, "alone"));
        Journal.call("client describeNexusOperationExecution", () -> alone.describe());
        Journal.call("client getNexusOperationResult", () -> alone.getResult(100, TimeUnit.MILLISECONDS, String.class));
        Journal.call(
                "client getNexusOperationResultAsync",
                () -> alone.getResultAsync(100, TimeUnit.MILLISECONDS, String.class)
                        .get(10, TimeUnit.SECONDS));
        Journal.call("client requestCancelNexusOperationExecution", () -> alone.cancel("enough"));
        Journal.call("client terminateNexusOperationExecution", () -> alone.terminate("enough"));
        Journal.call(
                "client listNexusOperationExecutions",
                () -> client.listNexusOperationExecutions("").count());
        Journal.call("client countNexusOperationExecutions", () -> client.countNexusOperationExecutions(""));
    }
}

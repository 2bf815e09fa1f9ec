package sample.temporal;

import io.temporal.client.NexusClient;
import io.temporal.client.StartNexusOperationOptions;
import io.temporal.client.UntypedNexusOperationHandle;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import sample.Journal;

/** Nexus operations without a workflow, of SDK 1.36 and later. */
final class NexusClientCalls {
    private NexusClientCalls() {}

    static void make(WorkflowServiceStubs server) {
        NexusClient client = NexusClient.newInstance(server);
        StartNexusOperationOptions options = StartNexusOperationOptions.newBuilder()
                .setId("alone")
                .setScheduleToCloseTimeout(Duration.ofSeconds(1))
                .build();
        Journal.call(
                "client startNexusOperationExecution",
                () -> client.newUntypedNexusServiceClient("sample", "Desk").start("now", options, "alone"));
        UntypedNexusOperationHandle alone = client.getHandle("alone", "run");
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

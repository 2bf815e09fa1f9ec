package dev.heddle.test.replay;

import io.temporal.api.workflowservice.v1.ListClosedWorkflowExecutionsRequest;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import orders.FraudEndpoint;
import orders.FrontClient;
import orders.OrderApplication;
import orders.OrderFront;
import orders.OrderScenario;

/** Plays the order scenario and writes the history of every workflow into the folder that the argument names. */
public final class RecordHistories {
    private RecordHistories() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        TestEnvironmentOptions options =
                TestEnvironmentOptions.newBuilder().setUseTimeskipping(false).build();
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(options)) {
            FraudEndpoint.create(environment.getOperatorServiceStubs(), environment.getNamespace());
            OrderApplication.register(
                    environment.newWorker(OrderApplication.TASK_QUEUE), environment.getWorkflowClient());
            environment.start();
            try (OrderFront front = OrderFront.open(environment.getWorkflowClient(), 0);
                    FrontClient client = new FrontClient(front.address())) {
                new OrderScenario(client, environment.getWorkflowClient()).run().forEach(System.out::println);
            }
            export(environment, folder);
        }
    }

    private static void export(TestWorkflowEnvironment environment, Path folder) throws IOException {
        var closed = environment
                .getWorkflowServiceStubs()
                .blockingStub()
                .listClosedWorkflowExecutions(ListClosedWorkflowExecutionsRequest.newBuilder()
                        .setNamespace(environment.getNamespace())
                        .build());
        for (var execution : closed.getExecutionsList()) {
            String workflowId = execution.getExecution().getWorkflowId();
            String runId = execution.getExecution().getRunId();
            Files.writeString(
                    folder.resolve(workflowId + "_" + runId + ".json"),
                    environment
                            .getWorkflowClient()
                            .fetchHistory(workflowId, runId)
                            .toJson(true));
        }
    }
}

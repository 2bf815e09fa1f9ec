package dev.heddle.realserver;

import dev.heddle.realserver.server.TemporalServer;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.worker.WorkerFactoryOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import orders.FrontClient;
import orders.OrderApplication;
import orders.OrderFront;
import orders.OrderScenario;
import org.awaitility.Awaitility;

/**
 * Plays the order scenario on the server at the address that the first argument says, and writes the history of every
 * workflow, as the server has it, into the folder that the second one names.
 */
final class RecordHistories {
    /** Two orders, a review, a shipment, and a ledger of two pages. */
    static final int RUNS = 6;

    private RecordHistories() {}

    public static void main(String[] arguments) throws IOException {
        Instant start = Instant.now();
        try (Application application = new Application(
                arguments[0],
                TemporalServer.NAMESPACE,
                OrderApplication.TASK_QUEUE,
                WorkerFactoryOptions.getDefaultInstance())) {
            WorkflowClient client = application.client();
            OrderApplication.register(application.worker(), client);
            application.start();
            try (OrderFront front = OrderFront.open(client, 0);
                    FrontClient customer = new FrontClient(front.address())) {
                new OrderScenario(customer, client).run();
            }
            export(client, "ExecutionStatus != 'Running' AND StartTime >= '" + start + "'", Path.of(arguments[1]));
        }
        System.exit(0);
    }

    private static void export(WorkflowClient client, String query, Path folder) throws IOException {
        // The list is a moment behind.
        List<WorkflowExecution> closed =
                Awaitility.await().until(() -> list(client, query), runs -> runs.size() == RUNS);
        for (WorkflowExecution run : closed) {
            Files.writeString(
                    folder.resolve(run.getRunId() + ".json"),
                    client.fetchHistory(run.getWorkflowId(), run.getRunId()).toJson(true));
        }
    }

    private static List<WorkflowExecution> list(WorkflowClient client, String query) {
        try (Stream<WorkflowExecutionMetadata> runs = client.listExecutions(query)) {
            return runs.map(WorkflowExecutionMetadata::getExecution).toList();
        }
    }
}

package dev.heddle.benchmarks.replay;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes as many histories into a folder, of fewer workflows: {@code RecordBaskets FOLDER HISTORIES}. */
public final class RecordBaskets {
    private static final int WORKFLOWS = 20;

    private RecordBaskets() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int histories = Integer.parseInt(arguments[1]);
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
            Worker worker = environment.newWorker(Baskets.QUEUE);
            worker.registerWorkflowImplementationTypes(Baskets.BasketImpl.class);
            worker.registerActivitiesImplementations((Baskets.Shop) String::hashCode);
            environment.start();
            WorkflowClient client = environment.getWorkflowClient();
            for (int i = 0; i < WORKFLOWS; i++) {
                String id = "basket-" + i;
                client.newWorkflowStub(
                                Baskets.Basket.class,
                                WorkflowOptions.newBuilder()
                                        .setTaskQueue(Baskets.QUEUE)
                                        .setWorkflowId(id)
                                        .build())
                        .basket(id);
                String history = client.fetchHistory(id).toJson(true);
                for (int copy = i; copy < histories; copy += WORKFLOWS) {
                    Files.writeString(folder.resolve("basket-" + copy + ".json"), history);
                }
            }
        }
        System.exit(0);
    }
}

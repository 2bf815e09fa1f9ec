package dev.heddle.realserver;

import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import orders.OrderApplication;

/** Replays every history in the folder that the argument names; fails with the first that does not fit the code. */
final class ReplayHistories {
    private ReplayHistories() {}

    public static void main(String[] arguments) throws Exception {
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
            Worker worker = environment.newWorker("replay");
            worker.registerWorkflowImplementationTypes(OrderApplication.workflows());
            List<WorkflowExecutionHistory> histories = histories(Path.of(arguments[0]));
            WorkflowReplayer.replayWorkflowExecutions(histories, true, worker);
            System.out.println("replayed " + histories.size());
        }
    }

    private static List<WorkflowExecutionHistory> histories(Path folder) throws IOException {
        List<WorkflowExecutionHistory> histories = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                histories.add(WorkflowExecutionHistory.fromJson(Files.readString(file)));
            }
        }
        return histories;
    }
}

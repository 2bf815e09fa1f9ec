package dev.heddle.benchmarks.call;

import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/**
 * Where the SDK makes the chains of a workflow: on the thread of one. Calling them later needs no such thread, so a
 * benchmark is not disturbed by the worker, which is gone by then.
 */
public final class WorkflowThread {
    /** As long as a server lets a task take. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static Runnable code;

    private WorkflowThread() {}

    @WorkflowInterface
    public interface Host {
        @WorkflowMethod
        void run();
    }

    public static final class HostWorkflow implements Host {
        @Override
        public void run() {
            code.run();
        }
    }

    /** Runs code on a workflow's thread, to its end. */
    public static void run(Runnable task) {
        code = task;
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
            // Much is loaded there that is not loaded elsewhere, and somebody may measure there.
            WorkerOptions patient = WorkerOptions.newBuilder()
                    .setDefaultDeadlockDetectionTimeout(PATIENCE.toMillis())
                    .build();
            environment.newWorker("queue", patient).registerWorkflowImplementationTypes(HostWorkflow.class);
            environment.start();
            environment
                    .getWorkflowClient()
                    .newWorkflowStub(
                            Host.class,
                            WorkflowOptions.newBuilder()
                                    .setTaskQueue("queue")
                                    .setWorkflowTaskTimeout(PATIENCE)
                                    .build())
                    .run();
        }
    }
}

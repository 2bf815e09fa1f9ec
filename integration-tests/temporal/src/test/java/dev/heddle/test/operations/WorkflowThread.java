package dev.heddle.test.operations;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.function.Executable;

/** Runs code of a test on a workflow thread, of a workflow of its own. */
public final class WorkflowThread {
    private static final Map<String, Task> TASKS = new ConcurrentHashMap<>();
    private static final String QUEUE = "workflow-thread";

    private WorkflowThread() {}

    @WorkflowInterface
    public interface Host {
        @WorkflowMethod
        void run(String id, String unused);
    }

    public static final class HostImpl implements Host {
        @Override
        public void run(String id, String unused) {
            TASKS.get(id).run();
        }
    }

    /** What runs there, and the failure it met, which must not fail the workflow task. */
    private static final class Task {
        private final Executable code;
        private volatile Throwable failure;

        Task(Executable code) {
            this.code = code;
        }

        void run() {
            try {
                code.execute();
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }
    }

    /** One for all tests, started when the first needs it; it ends with the JVM. */
    private static final class Shared {
        static final WorkflowClient CLIENT = start();

        private static WorkflowClient start() {
            TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance();
            // A test may load a good many classes there.
            WorkerOptions patient = WorkerOptions.newBuilder()
                    .setDefaultDeadlockDetectionTimeout(60_000)
                    .build();
            environment.newWorker(QUEUE, patient).registerWorkflowImplementationTypes(HostImpl.class);
            environment.start();
            return environment.getWorkflowClient();
        }
    }

    /** Runs it and throws what it throws. */
    public static void run(Executable code) throws Throwable {
        String id = UUID.randomUUID().toString();
        Task task = new Task(code);
        TASKS.put(id, task);
        Shared.CLIENT
                .newWorkflowStub(
                        Host.class,
                        WorkflowOptions.newBuilder()
                                .setTaskQueue(QUEUE)
                                .setWorkflowId(id)
                                .build())
                .run(id, "as many arguments as samples have");
        TASKS.remove(id);
        if (task.failure != null) {
            throw task.failure;
        }
    }
}

package dev.heddle.benchmarks.determinism;

import dev.heddle.benchmarks.Launch;
import dev.heddle.benchmarks.report.Unit;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;

/** One workflow after the other in one JVM, and what each has taken itself: {@code WorkflowCode TYPE SIZE WARMUP RUNS}. */
public final class WorkflowCode {
    private static final String QUEUE = "queue";
    private static final long NO_DEADLOCK_MILLIS = 60_000;

    private WorkflowCode() {}

    public static void main(String[] arguments) {
        OwnTime time = new OwnTime();
        TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(time)
                        .build())
                .build());
        environment
                .newWorker(
                        QUEUE,
                        WorkerOptions.newBuilder()
                                .setDefaultDeadlockDetectionTimeout(NO_DEADLOCK_MILLIS)
                                .build())
                .registerWorkflowImplementationTypes(PricingWorkflow.class, DocumentsWorkflow.class);
        environment.start();
        int runs = Integer.parseInt(arguments[3]);
        for (int i = Integer.parseInt(arguments[2]) + runs; i > 0; i--) {
            WorkflowStub workflow = environment
                    .getWorkflowClient()
                    .newUntypedWorkflowStub(
                            arguments[0],
                            WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
            workflow.start(Integer.parseInt(arguments[1]));
            workflow.getResult(Long.class);
        }
        Launch.say(Unit.CPU_MICROSECONDS, time.lowOfLast(runs));
        Runtime.getRuntime().halt(0);
    }
}

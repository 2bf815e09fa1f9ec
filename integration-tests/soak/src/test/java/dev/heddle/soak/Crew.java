package dev.heddle.soak;

import io.temporal.client.WorkflowClient;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Workers of one factory. Those who may be killed and replaced ask for no task to be reserved for them, so each task
 * evicts the workflow and repeats all before: Temporal's in-memory server, unlike a real one, never takes back what it
 * has reserved, and with the worker the workflow would be lost.
 */
final class Crew {
    private static final WorkerOptions OPTIONS = WorkerOptions.newBuilder()
            .setMaxConcurrentWorkflowTaskPollers(2)
            .setMaxConcurrentActivityTaskPollers(1)
            .setMaxConcurrentWorkflowTaskExecutionSize(2)
            .setMaxConcurrentActivityExecutionSize(1)
            .setMaxConcurrentLocalActivityExecutionSize(1)
            // It is the machine that is busy, not the workflow.
            .setDefaultDeadlockDetectionTimeout(TimeUnit.SECONDS.toMillis(10))
            .build();

    private final WorkflowClient client;
    private final List<String> queues;
    private final boolean mortal;
    private final Disruption disruption = new Disruption();
    private WorkerFactory factory;

    Crew(WorkflowClient client, List<String> queues, boolean mortal) {
        this.client = client;
        this.queues = queues;
        this.mortal = mortal;
        factory = start();
    }

    private WorkerFactory start() {
        WorkerFactory started = WorkerFactory.newInstance(client);
        WorkerOptions options = mortal
                ? WorkerOptions.newBuilder(OPTIONS)
                        .setStickyQueueScheduleToStartTimeout(Duration.ZERO)
                        .build()
                : OPTIONS;
        for (String queue : queues) {
            Worker worker = started.newWorker(queue, options);
            worker.registerWorkflowImplementationTypes(ShiftWorkflowImpl.class);
            worker.registerActivitiesImplementations(new Task.Performed());
        }
        started.start();
        return started;
    }

    boolean isMortal() {
        return mortal;
    }

    Disruption disruption() {
        return disruption;
    }

    /** Kills the workers in the midst of what they do, and has others go on. */
    void replace() {
        close();
        factory = start();
    }

    void close() {
        factory.shutdownNow();
        factory.awaitTermination(30, TimeUnit.SECONDS);
        if (!factory.isTerminated()) {
            throw new IllegalStateException("the workers do not end");
        }
    }
}

package dev.heddle.benchmarks.growth;

import dev.heddle.benchmarks.Processor;
import dev.heddle.benchmarks.TemporalSetup;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/** A worker that keeps more and more workflows in its cache, all waiting: {@code WorkflowGrowth SERVER POINT…}. */
public final class WorkflowGrowth {
    private static final String QUEUE = "queue";
    private static final int SPARE = 100;
    private static final Semaphore WAITING = new Semaphore(0);

    private WorkflowGrowth() {}

    @WorkflowInterface
    public interface Wait {
        @WorkflowMethod
        void await();
    }

    public static final class WaitWorkflow implements Wait {
        private boolean done;

        @Override
        public void await() {
            WAITING.release();
            Workflow.await(() -> done);
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        int[] points = Point.parse(arguments, 1);
        int most = points[points.length - 1] + SPARE;
        TemporalSetup setup = TemporalSetup.connect(
                arguments[0],
                WorkerFactoryOptions.newBuilder().setWorkflowCacheSize(most).setMaxWorkflowThreadCount(most));
        setup.factory()
                .newWorker(
                        QUEUE,
                        WorkerOptions.newBuilder()
                                .setDefaultDeadlockDetectionTimeout(60_000)
                                .build())
                .registerWorkflowImplementationTypes(WaitWorkflow.class);
        setup.factory().start();
        start(setup.client(), 1);
        long heap = Heap.used();
        int cached = 0;
        for (int point : points) {
            long cpu = Processor.nanoseconds();
            start(setup.client(), point - cached);
            long spent = Processor.nanoseconds() - cpu;
            Point.say(point, (double) spent / (point - cached), (double) (Heap.used() - heap) / point);
            cached = point;
        }
        Runtime.getRuntime().halt(0);
    }

    private static void start(WorkflowClient client, int count) throws InterruptedException {
        WorkflowOptions options = WorkflowOptions.newBuilder()
                .setTaskQueue(QUEUE)
                .setWorkflowTaskTimeout(Duration.ofMinutes(1))
                .build();
        IntStream.range(0, count)
                .parallel()
                .forEach(i -> WorkflowClient.start(client.newWorkflowStub(Wait.class, options)::await));
        WAITING.acquire(count);
    }
}

package dev.heddle.benchmarks.load;

import dev.heddle.benchmarks.Launch;
import dev.heddle.benchmarks.Processor;
import dev.heddle.benchmarks.TemporalSetup;
import dev.heddle.benchmarks.report.Unit;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * One worker with a client that keeps it busy: {@code WorkflowLoad SERVER WARMUP SECONDS}. Each workflow has one
 * activity, and there are always as many workflows under way as there are threads that wait for one.
 */
public final class WorkflowLoad {
    private static final int THREADS = 32;
    private static final String QUEUE = "queue";

    private WorkflowLoad() {}

    @WorkflowInterface
    public interface Order {
        @WorkflowMethod
        String order(String item);
    }

    @ActivityInterface
    public interface Packing {
        String pack(String item);
    }

    public static final class OrderWorkflow implements Order {
        private final Packing packing = Workflow.newActivityStub(
                Packing.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                        .build());

        @Override
        public String order(String item) {
            return packing.pack(item);
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        TemporalSetup setup = TemporalSetup.connect(arguments[0], WorkerFactoryOptions.newBuilder());
        Worker worker = setup.factory().newWorker(QUEUE);
        worker.registerWorkflowImplementationTypes(OrderWorkflow.class);
        worker.registerActivitiesImplementations((Packing) item -> item + " packed");
        setup.factory().start();
        LongAdder done = new LongAdder();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> order(setup, done));
            thread.setDaemon(true);
            thread.start();
        }
        Thread.sleep(millis(arguments[1]));
        long before = done.sum();
        long cpu = Processor.nanoseconds();
        long begin = System.nanoTime();
        Thread.sleep(millis(arguments[2]));
        long orders = done.sum() - before;
        Launch.say(Unit.PER_SECOND, orders * 1e9 / (System.nanoTime() - begin));
        Launch.say(Unit.CPU_MICROSECONDS, (Processor.nanoseconds() - cpu) / 1e3 / Math.max(1, orders));
        Runtime.getRuntime().halt(0);
    }

    private static void order(TemporalSetup setup, LongAdder done) {
        while (true) {
            setup.client()
                    .newWorkflowStub(
                            Order.class,
                            WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build())
                    .order("shoes");
            done.increment();
        }
    }

    private static long millis(String seconds) {
        return (long) (Double.parseDouble(seconds) * 1000);
    }
}

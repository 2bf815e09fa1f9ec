package ferry;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * An application that has work for its worker as soon as that is started: {@code Ferry ADDRESS QUEUE DAY WORKFLOWS}. It ends
 * when all are done.
 */
public final class Ferry {
    /** Of ten workflows the first three, the next six and the last. */
    private static final List<String> TYPES = List.of(
            "Crossing", "Crossing", "Crossing", "Refund", "Refund", "Refund", "Refund", "Refund", "Refund", "Tide");

    private static final int AT_A_TIME = 32;

    private final WorkflowClient client;
    private final String queue;

    private Ferry(WorkflowClient client, String queue) {
        this.client = client;
        this.queue = queue;
    }

    public static void main(String[] arguments) throws Exception {
        WorkflowClient client = WorkflowClient.newInstance(WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(arguments[0]).build()));
        WorkerFactory factory = WorkerFactory.newInstance(client);
        Worker worker = factory.newWorker(arguments[1]);
        worker.registerWorkflowImplementationTypes(CrossingImpl.class, RefundImpl.class, TideImpl.class);
        worker.registerActivitiesImplementations(new Harbour.AtOnce());
        factory.start();
        new Ferry(client, arguments[1]).run(arguments[2], Integer.parseInt(arguments[3]));
        System.out.println("all have crossed");
        System.exit(0);
    }

    private void run(String day, int workflows) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(AT_A_TIME);
        List<Future<?>> running = IntStream.range(0, workflows)
                .<Future<?>>mapToObj(i -> callers.submit(() -> run(TYPES.get(i % TYPES.size()), day + "-" + i)))
                .toList();
        for (Future<?> each : running) {
            each.get();
        }
        callers.shutdown();
    }

    private void run(String type, String car) {
        WorkflowStub workflow = client.newUntypedWorkflowStub(
                type,
                WorkflowOptions.newBuilder()
                        .setTaskQueue(queue)
                        .setWorkflowId(queue + "-" + car + "-" + UUID.randomUUID())
                        .build());
        workflow.start(car);
        workflow.getResult(Object.class);
    }
}

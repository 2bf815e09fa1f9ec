package acme.shop;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowQueryException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;

/** Runs orders of the class that it is told, one of which another build repairs. */
public final class ShopApplication {
    private static final String QUEUE = "shop";

    private ShopApplication() {}

    public static void main(String[] arguments) throws Exception {
        WorkflowClientOptions client = WorkflowClientOptions.newBuilder()
                .setDataConverter(new CodecDataConverter(
                        DefaultDataConverter.newDefaultInstance(), List.of(new Neighbours.Salting())))
                .setContextPropagators(List.of(new Neighbours.Context()))
                .build();
        WorkerFactoryOptions workers = WorkerFactoryOptions.newBuilder()
                .setWorkerInterceptors(new Neighbours.Timing())
                .build();
        try (TestWorkflowEnvironment environment =
                TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                        .setWorkflowClientOptions(client)
                        .setWorkerFactoryOptions(workers)
                        .build())) {
            Worker worker = environment.newWorker(QUEUE, options(arguments[0]));
            boolean clean = arguments[0].equals("clean");
            worker.registerWorkflowImplementationTypes(implementation(arguments[0]));
            worker.registerActivitiesImplementations(new SlowStock());
            environment.start();
            int times = clean ? 20 : arguments[0].equals("counting") ? 2 : 1;
            for (int time = 0; time < times; time++) {
                order(environment.getWorkflowClient(), arguments[0]);
            }
        }
        System.exit(0);
    }

    /** Whose code moves begins each task at the beginning. */
    private static WorkerOptions options(String what) {
        return what.equals("moved")
                ? WorkerOptions.newBuilder()
                        .setStickyQueueScheduleToStartTimeout(Duration.ZERO)
                        .build()
                : WorkerOptions.getDefaultInstance();
    }

    private static Class<?> implementation(String what) {
        return switch (what) {
            case "clean" -> CleanOrder.class;
            case "counting" -> CountingOrder.class;
            case "moved" -> MovedOrder.class;
            case "stuck" -> StuckOrder.class;
            default -> WrongOrder.class;
        };
    }

    /** Asks, and tells what comes of it. */
    private static void ask(Shop.Order order) {
        try {
            System.out.println("state: " + order.state());
        } catch (WorkflowQueryException refused) {
            System.out.println("no state: " + refused.getCause());
        }
        try {
            System.out.println("added: " + order.add(3));
        } catch (WorkflowUpdateException rejected) {
            System.out.println("not added: " + rejected.getCause());
        }
    }

    private static void order(WorkflowClient client, String what) throws Exception {
        Shop.Order order = client.newWorkflowStub(
                Shop.Order.class,
                WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
        WorkflowClient.start(order::order, what);
        if (what.equals("clean")) {
            order.pay(3);
            order.add(1);
            order.state();
        } else if (what.equals("counting")) {
            ask(order);
            order.pay(1);
        } else if (what.equals("stuck")) {
            System.out.println("sent");
        } else if (what.equals("moved")) {
            while (order.state().isEmpty()) {
                Thread.onSpinWait();
            }
            MovedOrder.moved = true;
            order.pay(1);
        } else {
            order.pay(1);
            // What fails a workflow task keeps the workflow: it goes on when the code is another.
            WrongOrder.BEGUN.await();
            WrongOrder.repaired = true;
        }
        System.out.println("answer " + WorkflowStub.fromTyped(order).getResult(String.class));
    }
}

package dev.heddle.soak;

import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import orders.FraudEndpoint;
import orders.FrontClient;
import orders.OrderApplication;
import orders.OrderFront;
import orders.OrderScenario;

/** The day of several customers at once, each with a server of its own: {@code ManyOrders CUSTOMERS}. */
final class ManyOrders {
    /** It is the machine that is busy, not the workflow. */
    static final WorkerOptions PATIENT = WorkerOptions.newBuilder()
            .setDefaultDeadlockDetectionTimeout(TimeUnit.SECONDS.toMillis(60))
            .build();

    private ManyOrders() {}

    public static void main(String[] arguments) throws Exception {
        ExecutorService customers = Executors.newFixedThreadPool(Integer.parseInt(arguments[0]));
        List<Future<List<String>>> days = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
            days.add(customers.submit(ManyOrders::day));
        }
        for (Future<List<String>> day : days) {
            day.get().forEach(System.out::println);
        }
        System.exit(0);
    }

    private static List<String> day() throws Exception {
        TestEnvironmentOptions options =
                TestEnvironmentOptions.newBuilder().setUseTimeskipping(false).build();
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(options)) {
            FraudEndpoint.create(environment.getOperatorServiceStubs(), environment.getNamespace());
            OrderApplication.register(
                    environment.newWorker(OrderApplication.TASK_QUEUE, PATIENT), environment.getWorkflowClient());
            environment.start();
            try (OrderFront front = OrderFront.open(environment.getWorkflowClient(), 0);
                    FrontClient client = new FrontClient(front.address())) {
                return new OrderScenario(client, environment.getWorkflowClient()).run();
            }
        }
    }
}

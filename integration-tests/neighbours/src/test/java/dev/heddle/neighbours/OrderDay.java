package dev.heddle.neighbours;

import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import orders.FraudEndpoint;
import orders.FrontClient;
import orders.OrderApplication;
import orders.OrderFront;
import orders.OrderScenario;
import org.mockito.Mockito;

/**
 * The order application with its server, front and client in one process: {@code OrderDay [mocking]}. It plays the
 * scenario once and prints the report; with {@code mocking} it has mocked a class before that Heddle weaves, as a test
 * of the application might.
 */
public final class OrderDay {
    static final String MOCKED = "application: a mock's namespace is mocked";

    private OrderDay() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            WorkflowClientOptions mock = Mockito.mock(WorkflowClientOptions.class);
            Mockito.when(mock.getNamespace()).thenReturn("mocked");
            System.out.println("application: a mock's namespace is " + mock.getNamespace());
        }
        TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(
                TestEnvironmentOptions.newBuilder().setUseTimeskipping(false).build());
        FraudEndpoint.create(environment.getOperatorServiceStubs(), environment.getNamespace());
        OrderApplication.register(environment.newWorker(OrderApplication.TASK_QUEUE), environment.getWorkflowClient());
        environment.start();
        try (OrderFront front = OrderFront.open(environment.getWorkflowClient(), 0);
                FrontClient client = new FrontClient(front.address())) {
            new OrderScenario(client, environment.getWorkflowClient())
                    .run()
                    .forEach(line -> System.out.println("report: " + line));
        }
        // Idle threads would keep the JVM for another minute.
        System.exit(0);
    }
}

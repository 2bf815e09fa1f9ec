package greetings;

import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;

/**
 * A worker with Temporal's server in memory, a client, and a gRPC server with its own. As a {@link Runnable} it lives
 * for one greeting and leaves no thread behind.
 */
public final class GreetingApplication implements Runnable, AutoCloseable {
    private static final String TASK_QUEUE = "greetings";

    private final TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance();
    private final EchoServer echo = new EchoServer();

    /** Starts it. */
    public GreetingApplication() {
        var worker = environment.newWorker(TASK_QUEUE);
        worker.registerWorkflowImplementationTypes(GreetingWorkflow.class);
        worker.registerActivitiesImplementations((Poet) name -> "hello " + name);
        environment.start();
    }

    /** Runs it to its end. */
    public static void main(String[] arguments) {
        new GreetingApplication().run();
        // The SDK's idle threads would keep the JVM for another minute.
        System.exit(0);
    }

    @Override
    public void run() {
        try (this) {
            System.out.println("application: " + greet("world"));
        }
    }

    /** Has a workflow find the greeting, and the echo say it. */
    public String greet(String name) {
        Greeting greeting = environment
                .getWorkflowClient()
                .newWorkflowStub(
                        Greeting.class,
                        WorkflowOptions.newBuilder().setTaskQueue(TASK_QUEUE).build());
        return echo.say(greeting.greet(name));
    }

    @Override
    public void close() {
        echo.close();
        environment.close();
    }
}

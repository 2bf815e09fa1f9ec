package dev.heddle.test;

import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** The smallest application that runs a workflow, and knows nothing of Heddle. */
public final class CustomerApplication {
    /** What it prints when all went well. */
    public static final String GREETING = "application: hello world";

    private CustomerApplication() {}

    @WorkflowInterface
    public interface Greeting {
        @WorkflowMethod
        String greet(String name);
    }

    public static final class GreetingImpl implements Greeting {
        @Override
        public String greet(String name) {
            return "hello " + name;
        }
    }

    public static void main(String[] arguments) {
        run();
        // The SDK's idle threads would keep the JVM for another minute.
        System.exit(0);
    }

    /** Runs a workflow in an environment of its own, and prints what came of it. */
    public static void run() {
        System.out.println("application: " + greet());
    }

    /** The same, and answers it. */
    static String greet() {
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
            environment.newWorker("queue", Patience.WORKER).registerWorkflowImplementationTypes(GreetingImpl.class);
            environment.start();
            Greeting greeting = environment
                    .getWorkflowClient()
                    .newWorkflowStub(
                            Greeting.class,
                            WorkflowOptions.newBuilder().setTaskQueue("queue").build());
            return greeting.greet("world");
        }
    }
}

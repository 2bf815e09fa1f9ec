package dev.heddle.test;

import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.File;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Runs a workflow in an environment of its own. */
    public static void run() {
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
            environment.newWorker("queue").registerWorkflowImplementationTypes(GreetingImpl.class);
            environment.start();
            Greeting greeting = environment
                    .getWorkflowClient()
                    .newWorkflowStub(
                            Greeting.class,
                            WorkflowOptions.newBuilder().setTaskQueue("queue").build());
            System.out.println("application: " + greeting.greet("world"));
        }
    }

    /** A JVM as a customer starts it: with the SDK on the class path and nothing of Heddle. */
    public static ForkedJvm fork() {
        return new ForkedJvm().classPath(classPath());
    }

    /** The class path of the tests without what is Heddle's. */
    public static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !new File(entry).getName().matches("(heddle|byte-buddy)-.*\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}

package dev.heddle.extension.logging;

import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.workflow.Async;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.apache.logging.log4j.LogManager;
import org.slf4j.LoggerFactory;

/** An application that logs from a workflow's second thread, by SLF4J or, if it is told so, by Log4j 2; and ends. */
public final class LoggingApplication {
    private static final String QUEUE = "greetings";

    @WorkflowInterface
    public interface Greeting {
        @WorkflowMethod
        void greet(boolean log4j);
    }

    public static final class GreetingWorkflow implements Greeting {
        @Override
        public void greet(boolean log4j) {
            Async.procedure(() -> say(log4j)).get();
        }

        private static void say(boolean log4j) {
            if (log4j) {
                LogManager.getLogger("greeting").info("hello");
            } else {
                LoggerFactory.getLogger("greeting").info("hello");
            }
        }
    }

    private LoggingApplication() {}

    public static void main(String[] arguments) {
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
            environment.newWorker(QUEUE).registerWorkflowImplementationTypes(GreetingWorkflow.class);
            environment.start();
            environment
                    .getWorkflowClient()
                    .newWorkflowStub(
                            Greeting.class,
                            WorkflowOptions.newBuilder()
                                    .setTaskQueue(QUEUE)
                                    .setWorkflowId("greeting-1")
                                    .build())
                    .greet(Boolean.parseBoolean(arguments[0]));
        }
        // The SDK's idle threads would keep the JVM for another minute.
        System.exit(0);
    }
}

package dev.heddle.test.live;

import dev.heddle.test.OneActivity.Greetings;
import dev.heddle.test.Patience;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A workflow that runs already when Heddle is attached, with the stubs that it has made. */
public final class RunningApplication {
    private static final CountDownLatch RUNS = new CountDownLatch(1);

    private RunningApplication() {}

    @WorkflowInterface
    public interface Greeting {
        @WorkflowMethod
        String greet(String name);

        @SignalMethod
        void goOn();
    }

    public static final class GreetingImpl implements Greeting {
        private final Greetings greetings = Workflow.newActivityStub(
                Greetings.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                        .build());
        private boolean goesOn;

        @Override
        public String greet(String name) {
            String before = greetings.greet(name);
            Workflow.await(() -> goesOn);
            return before + ", " + greetings.greet(name);
        }

        @Override
        public void goOn() {
            goesOn = true;
        }
    }

    /** The agent's JAR, and the extensions. */
    public static void main(String[] arguments) throws Exception {
        TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance();
        Worker worker = environment.newWorker("queue", Patience.WORKER);
        worker.registerWorkflowImplementationTypes(GreetingImpl.class);
        worker.registerActivitiesImplementations((Greetings) name -> {
            RUNS.countDown();
            return "hello " + name;
        });
        environment.start();
        Greeting greeting = environment
                .getWorkflowClient()
                .newWorkflowStub(
                        Greeting.class,
                        WorkflowOptions.newBuilder().setTaskQueue("queue").build());
        WorkflowClient.start(greeting::greet, "world");
        RUNS.await();
        AttachedApplication.heddle(arguments[0], "attach", "extensions=" + arguments[1]);
        greeting.goOn();
        System.out.println("application: " + WorkflowStub.fromTyped(greeting).getResult(String.class));
        System.exit(0);
    }
}

package dev.heddle.benchmarks.start;

import dev.heddle.benchmarks.TemporalSetup;
import io.temporal.client.WorkflowOptions;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.UUID;

/** A Temporal client and a worker, to the result of their first workflow: {@code TemporalApplication SERVER}. */
public final class TemporalApplication {
    private TemporalApplication() {}

    @WorkflowInterface
    public interface Greeting {
        @WorkflowMethod
        String greet(String name);
    }

    public static final class GreetingWorkflow implements Greeting {
        @Override
        public String greet(String name) {
            return "hello " + name;
        }
    }

    public static void main(String[] arguments) {
        String queue = UUID.randomUUID().toString();
        TemporalSetup setup = TemporalSetup.connect(arguments[0], WorkerFactoryOptions.newBuilder());
        setup.factory().newWorker(queue).registerWorkflowImplementationTypes(GreetingWorkflow.class);
        setup.factory().start();
        setup.client()
                .newWorkflowStub(
                        Greeting.class,
                        WorkflowOptions.newBuilder().setTaskQueue(queue).build())
                .greet("Ada");
        PeakMemory.print();
        Runtime.getRuntime().halt(0);
    }
}

package greetings;

import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;

/** The SDK's server in this process with a worker at work, for frameworks that do not bring one. */
public final class InMemoryTemporal {
    private InMemoryTemporal() {}

    /** Starts both; who gets them closes them. */
    public static TestWorkflowEnvironment start() {
        TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance(
                TestEnvironmentOptions.newBuilder().setUseTimeskipping(false).build());
        Worker worker = temporal.newWorker(GreetingWorkflow.TASK_QUEUE);
        worker.registerWorkflowImplementationTypes(GreetingWorkflowImpl.class);
        worker.registerActivitiesImplementations(new PoetImpl());
        temporal.start();
        return temporal;
    }
}

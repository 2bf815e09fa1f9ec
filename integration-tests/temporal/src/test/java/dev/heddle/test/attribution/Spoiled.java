package dev.heddle.test.attribution;

import dev.heddle.test.Patience;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.DynamicActivity;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.RetryOptions;
import io.temporal.common.converter.EncodedValues;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.DynamicQueryHandler;
import io.temporal.workflow.DynamicWorkflow;
import io.temporal.workflow.NexusServiceOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** An application that is not to blame: its calls have one text for an argument, and it says what becomes of each. */
public final class Spoiled {
    private Spoiled() {}

    /** Asks for all that a workflow can ask for with arguments of its own. */
    public static final class AnyWorkflow implements DynamicWorkflow {
        @Override
        public Object execute(EncodedValues arguments) {
            Workflow.registerListener((DynamicQueryHandler) (name, given) -> given.get(0, String.class));
            tell(
                    "local activity",
                    () -> Workflow.newUntypedLocalActivityStub(LocalActivityOptions.newBuilder()
                                    .setStartToCloseTimeout(Duration.ofMinutes(1))
                                    .build())
                            .execute("spoilOutbound", String.class, "text"));
            tell(
                    "activity that is asked for",
                    () -> Workflow.newUntypedActivityStub(ActivityOptions.newBuilder()
                                    .setStartToCloseTimeout(Duration.ofMinutes(1))
                                    .build())
                            .execute("spoilOutbound", String.class, "text"));
            tell(
                    "Nexus operation",
                    () -> Workflow.newUntypedNexusServiceStub(
                                    "Shop",
                                    NexusServiceOptions.newBuilder()
                                            .setEndpoint("nowhere")
                                            .build())
                            .execute("spoilOutbound", String.class, "text"));
            tell(
                    "activity",
                    () -> Workflow.newUntypedActivityStub(ActivityOptions.newBuilder()
                                    .setStartToCloseTimeout(Duration.ofMinutes(1))
                                    .setRetryOptions(RetryOptions.newBuilder()
                                            .setMaximumAttempts(1)
                                            .build())
                                    .build())
                            .execute("spoilInbound", String.class, "text"));
            return "done";
        }
    }

    /** Gives back what it gets. */
    public static final class AnyActivity implements DynamicActivity {
        @Override
        public Object execute(EncodedValues arguments) {
            return arguments.get(0, String.class);
        }
    }

    private static void tell(String what, Runnable call) {
        try {
            call.run();
            System.out.println("application: " + what + " went well");
        } catch (RuntimeException failed) {
            System.out.println("application: " + what + " failed");
        }
    }

    /** Runs to the end. */
    public static void main(String[] arguments) {
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
            Worker worker = environment.newWorker("queue", Patience.WORKER);
            worker.registerWorkflowImplementationTypes(AnyWorkflow.class);
            worker.registerActivitiesImplementations(new AnyActivity());
            environment.start();
            WorkflowClient client = environment.getWorkflowClient();
            for (int i = 0; i < 2; i++) {
                tell("start", () -> workflow(client, "spoilAtClient").start("text"));
                WorkflowStub workflow = workflow(client, "Fine");
                workflow.start("text");
                workflow.getResult(String.class);
                tell("query", () -> workflow.query("spoilAtClient", String.class, "text"));
                tell("signal", () -> workflow.signal("spoilAtClient", "text"));
                tell("query that arrives", () -> workflow.query("spoilInbound", String.class, "text"));
                tell("other query", () -> workflow.query("fine", String.class, "text"));
            }
        }
        System.exit(0);
    }

    private static WorkflowStub workflow(WorkflowClient client, String type) {
        return client.newUntypedWorkflowStub(
                type, WorkflowOptions.newBuilder().setTaskQueue("queue").build());
    }
}

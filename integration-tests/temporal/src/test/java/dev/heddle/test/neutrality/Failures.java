package dev.heddle.test.neutrality;

import dev.heddle.test.Patience;
import io.nexusrpc.Operation;
import io.nexusrpc.OperationException;
import io.nexusrpc.Service;
import io.nexusrpc.handler.HandlerException;
import io.nexusrpc.handler.OperationHandler;
import io.nexusrpc.handler.OperationImpl;
import io.nexusrpc.handler.ServiceImpl;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowQueryException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.nexus.Nexus;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.NexusServiceOptions;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;

/** An application that fails wherever it can, and prints what the histories have kept of that. */
public final class Failures {
    private static final List<String> KINDS =
            List.of("workflow", "activity", "local activity", "child", "async", "await", "nexus", "nexus handler");

    private static final RetryOptions ONCE =
            RetryOptions.newBuilder().setMaximumAttempts(1).build();

    private Failures() {}

    @ActivityInterface
    public interface Step {
        void step(String kind);
    }

    public static final class StepImpl implements Step {
        @Override
        public void step(String kind) {
            fail(kind);
        }
    }

    @Service
    public interface Desk {
        @Operation
        String ask(String kind);
    }

    /** Fails as an operation can, and as a handler can. */
    @ServiceImpl(service = Desk.class)
    public static final class DeskImpl {
        @OperationImpl
        public OperationHandler<String, String> ask() {
            return OperationHandler.sync((context, details, kind) -> {
                Nexus.getOperationContext().getMetricsScope();
                if (kind.equals("nexus")) {
                    throw OperationException.failed(new IllegalStateException("the cause of " + kind));
                }
                throw new HandlerException(
                        HandlerException.ErrorType.BAD_REQUEST,
                        "refused",
                        new IllegalStateException("the cause of " + kind));
            });
        }
    }

    @WorkflowInterface
    public interface Failing {
        @WorkflowMethod
        void run(String kind);

        @QueryMethod
        String ask();

        @UpdateMethod
        String change(String to);

        @UpdateValidatorMethod(updateName = "change")
        void validate(String to);
    }

    public static final class FailingImpl implements Failing {
        @Override
        public void run(String kind) {
            switch (kind) {
                case "activity" ->
                    Workflow.newActivityStub(
                                    Step.class,
                                    ActivityOptions.newBuilder()
                                            .setStartToCloseTimeout(Duration.ofMinutes(1))
                                            .setRetryOptions(ONCE)
                                            .build())
                            .step(kind);
                case "local activity" ->
                    Workflow.newLocalActivityStub(
                                    Step.class,
                                    LocalActivityOptions.newBuilder()
                                            .setStartToCloseTimeout(Duration.ofMinutes(1))
                                            .setRetryOptions(ONCE)
                                            .build())
                            .step(kind);
                case "child" ->
                    Workflow.newChildWorkflowStub(
                                    Failing.class,
                                    ChildWorkflowOptions.newBuilder().build())
                            .run("workflow");
                case "nexus", "nexus handler" ->
                    Workflow.newNexusServiceStub(
                                    Desk.class,
                                    NexusServiceOptions.newBuilder()
                                            .setEndpoint("desk")
                                            .build())
                            .ask(kind);
                case "async" ->
                    Async.procedure(() -> {
                                fail(kind);
                            })
                            .get();
                case "await" -> Workflow.await(() -> fail(kind) == null);
                case "open" -> Workflow.sleep(Duration.ofHours(1));
                default -> fail(kind);
            }
        }

        @Override
        public String ask() {
            return fail("query");
        }

        @Override
        public String change(String to) {
            return fail("update");
        }

        @Override
        public void validate(String to) {
            if (to.equals("invalid")) {
                fail("validator");
            }
        }
    }

    private static String fail(String kind) {
        try {
            Workflow.currentTimeMillis();
            throw new IllegalStateException("the cause of " + kind);
        } catch (IllegalStateException cause) {
            throw ApplicationFailure.newNonRetryableFailureWithCause(kind, "kind", cause);
        } catch (Error noWorkflow) {
            throw ApplicationFailure.newNonRetryableFailure(kind, "kind");
        }
    }

    public static void main(String[] arguments) {
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
            Worker worker = environment.newWorker("queue", Patience.WORKER);
            worker.registerWorkflowImplementationTypes(FailingImpl.class);
            worker.registerActivitiesImplementations(new StepImpl());
            worker.registerNexusServiceImplementation(new DeskImpl());
            environment.createNexusEndpoint("desk", "queue");
            environment.start();
            WorkflowClient client = environment.getWorkflowClient();
            for (String kind : KINDS) {
                WorkflowStub workflow = start(client, kind);
                try {
                    workflow.getResult(Void.class);
                } catch (WorkflowException failed) {
                    System.out.println("result of " + kind + ": " + FailureReport.trace(failed));
                }
                FailureReport.print(client, kind, workflow);
            }
            WorkflowStub open = start(client, "open");
            try {
                open.query("ask", String.class);
            } catch (WorkflowQueryException failed) {
                System.out.println("query: " + failed.getCause().getMessage());
            }
            for (String to : List.of("valid", "invalid")) {
                try {
                    open.update("change", String.class, to);
                } catch (WorkflowUpdateException failed) {
                    System.out.println("update to " + to + ": " + FailureReport.trace(failed.getCause()));
                }
            }
            FailureReport.print(client, "open", open);
        }
        System.exit(0);
    }

    private static WorkflowStub start(WorkflowClient client, String kind) {
        WorkflowStub workflow = client.newUntypedWorkflowStub(
                "Failing",
                WorkflowOptions.newBuilder()
                        .setTaskQueue("queue")
                        .setWorkflowId(kind.replace(' ', '-'))
                        .build());
        workflow.start(kind);
        return workflow;
    }
}

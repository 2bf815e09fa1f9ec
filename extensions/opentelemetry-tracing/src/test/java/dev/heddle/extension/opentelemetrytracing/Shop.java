package dev.heddle.extension.opentelemetrytracing;

import io.nexusrpc.Operation;
import io.nexusrpc.Service;
import io.nexusrpc.handler.OperationHandler;
import io.nexusrpc.handler.OperationImpl;
import io.nexusrpc.handler.ServiceImpl;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.client.ActivityCompletionClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.nexus.Nexus;
import io.temporal.nexus.WorkflowRunOperation;
import io.temporal.workflow.Async;
import io.temporal.workflow.NexusOperationOptions;
import io.temporal.workflow.NexusServiceOptions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An application with a bit of everything. */
final class Shop {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Shop() {}

    @WorkflowInterface
    public interface Order {
        @WorkflowMethod
        String run(boolean first);

        @SignalMethod
        void ship();

        @UpdateMethod
        String change(String to);

        @UpdateValidatorMethod(updateName = "change")
        void check(String to);

        @QueryMethod
        String state();
    }

    @WorkflowInterface
    public interface Packing {
        @WorkflowMethod
        String pack();
    }

    @WorkflowInterface
    public interface Delivery {
        @WorkflowMethod
        String deliver(String whom);
    }

    @ActivityInterface
    public interface Steps {
        String look();

        String charge();

        String inform();

        String fail();

        String receive();
    }

    @Service
    public interface Desk {
        @Operation
        String serve(String whom);

        @Operation
        String deliver(String whom);
    }

    /** The workflow; continues as new once it is changed and shipped. */
    public static final class OrderWorkflow implements Order {
        private final Steps local = Workflow.newLocalActivityStub(
                Steps.class,
                LocalActivityOptions.newBuilder()
                        .setScheduleToCloseTimeout(PATIENCE)
                        .build());
        private final Steps steps = Workflow.newActivityStub(
                Steps.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(PATIENCE)
                        .setRetryOptions(
                                RetryOptions.newBuilder().setMaximumAttempts(1).build())
                        .build());
        private String state = "begun";
        private int changes;
        private boolean shipped;

        @Override
        public String run(boolean first) {
            if (!first) {
                return "done";
            }
            local.look();
            Promise<String> charged = Async.function(() -> {
                Workflow.sleep(Duration.ofMillis(10));
                return steps.charge();
            });
            Promise<String> informed =
                    Workflow.newTimer(Duration.ofMillis(10)).thenCompose(none -> Async.function(steps::inform));
            charged.get();
            informed.get();
            Workflow.newChildWorkflowStub(Packing.class).pack();
            Desk desk = Workflow.newNexusServiceStub(
                    Desk.class,
                    NexusServiceOptions.newBuilder()
                            .setEndpoint(endpoint(Workflow.getInfo().getTaskQueue()))
                            .setOperationOptions(NexusOperationOptions.newBuilder()
                                    .setScheduleToCloseTimeout(PATIENCE)
                                    .build())
                            .build());
            desk.serve("Ada");
            desk.deliver("Ada");
            steps.receive();
            Workflow.await(() -> shipped && changes == 2);
            Workflow.continueAsNew(false);
            return null;
        }

        @Override
        public void ship() {
            try {
                steps.fail();
            } catch (RuntimeException expected) {
                shipped = true;
            }
        }

        @Override
        public String change(String to) {
            state = to;
            changes++;
            return to;
        }

        @Override
        public void check(String to) {}

        @Override
        public String state() {
            return state;
        }
    }

    @WorkflowInterface
    public interface Flaky {
        @WorkflowMethod
        String run();
    }

    /** Fails its first task, when it has asked for an activity. */
    public static final class FlakyWorkflow implements Flaky {
        private static final Set<String> TRIED = ConcurrentHashMap.newKeySet();

        @Override
        public String run() {
            Promise<String> informed = Async.function(Workflow.newActivityStub(
                    Steps.class,
                    ActivityOptions.newBuilder()
                            .setStartToCloseTimeout(PATIENCE)
                            .build())::inform);
            if (TRIED.add(Workflow.getInfo().getWorkflowId())) {
                throw new IllegalStateException("fails this task");
            }
            return informed.get();
        }
    }

    static String endpoint(String taskQueue) {
        return taskQueue + "-desk";
    }

    /** The child. */
    public static final class PackingWorkflow implements Packing {
        @Override
        public String pack() {
            Workflow.sleep(Duration.ofMillis(10));
            return "packed";
        }
    }

    /** What the desk answers with. */
    public static final class DeliveryWorkflow implements Delivery {
        @Override
        public String deliver(String whom) {
            Workflow.sleep(Duration.ofMillis(10));
            return "delivered";
        }
    }

    /** The activities; one makes a span of its own. */
    public static final class ShopSteps implements Steps {
        @Override
        public String look() {
            return "there";
        }

        @Override
        public String charge() {
            Span span =
                    GlobalOpenTelemetry.getTracer("shop").spanBuilder("SELECT").startSpan();
            span.end();
            return "charged";
        }

        @Override
        public String inform() {
            return "informed";
        }

        @Override
        public String fail() {
            throw ApplicationFailure.newNonRetryableFailure("no lorry", "Lorry");
        }

        /** Is completed by another thread, which knows no more than the token. */
        @Override
        public String receive() {
            ActivityExecutionContext context = Activity.getExecutionContext();
            byte[] token = context.getTaskToken();
            context.doNotCompleteOnReturn();
            ActivityCompletionClient client = context.getWorkflowClient().newActivityCompletionClient();
            new Thread(() -> client.complete(token, "received")).start();
            return null;
        }
    }

    /** The handler of the Nexus operation. */
    @ServiceImpl(service = Desk.class)
    public static final class DeskHandler {
        /** Answers at once. */
        @OperationImpl
        public OperationHandler<String, String> serve() {
            return OperationHandler.sync((context, details, whom) -> "served " + whom);
        }

        /** Answers when a workflow has. */
        @OperationImpl
        public OperationHandler<String, String> deliver() {
            return WorkflowRunOperation.fromWorkflowMethod((context, details, whom) -> Nexus.getOperationContext()
                    .getWorkflowClient()
                    .newWorkflowStub(
                            Delivery.class,
                            WorkflowOptions.newBuilder()
                                    .setWorkflowId("delivery-" + details.getRequestId())
                                    .build())::deliver);
        }
    }
}

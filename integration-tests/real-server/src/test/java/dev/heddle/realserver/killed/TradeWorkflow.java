package dev.heddle.realserver.killed;

import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.NexusOperationOptions;
import io.temporal.workflow.NexusServiceOptions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Does one thing after the other; continues as new once it is changed and shipped. */
public final class TradeWorkflow implements Trade {
    /** By this the server sees that the worker of an activity is gone. */
    private static final Duration ATTEMPT = Duration.ofSeconds(3);

    private static final Duration LONGER_ATTEMPT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration MOMENT = Duration.ofMillis(10);

    private final Steps local = Workflow.newLocalActivityStub(
            Steps.class,
            LocalActivityOptions.newBuilder()
                    .setScheduleToCloseTimeout(PATIENCE)
                    .build());
    private final Steps steps = Workflow.newActivityStub(Steps.class, steps(ATTEMPT));
    private final Steps patient = Workflow.newActivityStub(Steps.class, steps(LONGER_ATTEMPT));
    private String state = "begun";
    private boolean shipped;

    private static ActivityOptions steps(Duration attempt) {
        return ActivityOptions.newBuilder()
                .setStartToCloseTimeout(attempt)
                .setRetryOptions(RetryOptions.newBuilder()
                        .setInitialInterval(Duration.ofMillis(100))
                        .build())
                .build();
    }

    @Override
    public String run(String endpoint, boolean first) {
        if (!first) {
            return "done";
        }
        local.look();
        Promise<String> charged = Async.function(() -> {
            Workflow.sleep(MOMENT);
            return steps.charge();
        });
        charged.get();
        Workflow.newChildWorkflowStub(Packing.class).pack();
        Desk desk = Workflow.newNexusServiceStub(
                Desk.class,
                NexusServiceOptions.newBuilder()
                        .setEndpoint(endpoint)
                        .setOperationOptions(NexusOperationOptions.newBuilder()
                                .setScheduleToCloseTimeout(PATIENCE)
                                .build())
                        .build());
        desk.serve("Ada");
        desk.deliver("Ada");
        patient.receive();
        Workflow.await(() -> shipped && state.equals("changed"));
        Workflow.continueAsNew(endpoint, false);
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
        return to;
    }

    @Override
    public void check(String to) {}

    @Override
    public String state() {
        return state;
    }

    /** Sleeps, and answers. */
    public static final class PackingWorkflow implements Packing {
        @Override
        public String pack() {
            Workflow.sleep(MOMENT);
            return "packed";
        }
    }

    /** Sleeps, and answers. */
    public static final class DeliveryWorkflow implements Delivery {
        @Override
        public String deliver(String whom) {
            Workflow.sleep(MOMENT);
            return "delivered";
        }
    }
}

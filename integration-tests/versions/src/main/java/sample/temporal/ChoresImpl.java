package sample.temporal;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import sample.Journal;

/** What activities ask of their context. */
public final class ChoresImpl implements Chores {
    private static final String CATEGORY = "activity outbound ";

    @Override
    public String ask(String text) {
        Journal.once("activity inbound execute");
        ActivityExecutionContext context = Activity.getExecutionContext();
        Journal.call(CATEGORY + "getInfo", () -> context.getInfo());
        Journal.call(CATEGORY + "getTaskToken", () -> context.getTaskToken());
        Journal.call(CATEGORY + "heartbeat", () -> context.heartbeat(text));
        Journal.call(CATEGORY + "getHeartbeatDetails", () -> context.getHeartbeatDetails(String.class));
        Journal.call(CATEGORY + "getLastHeartbeatDetails", () -> context.getLastHeartbeatDetails(String.class));
        Journal.call(CATEGORY + "getMetricsScope", () -> context.getMetricsScope());
        Journal.call(CATEGORY + "isDoNotCompleteOnReturn", () -> context.isDoNotCompleteOnReturn());
        Journal.call(CATEGORY + "isUseLocalManualCompletion", () -> context.isUseLocalManualCompletion());
        Journal.call(CATEGORY + "getWorkflowClient", () -> context.getWorkflowClient());
        Journal.call(CATEGORY + "getInstance", () -> context.getInstance());
        // It has had two types.
        Journal.call(
                CATEGORY + "getCancellationToken",
                () -> ActivityExecutionContext.class
                        .getMethod("getCancellationToken")
                        .invoke(context));
        return text;
    }

    @Override
    public String completeLater(String text) {
        Journal.once("activity inbound execute");
        ManualCompletion.of(Activity.getExecutionContext(), text);
        return null;
    }

    @Override
    public String completeElsewhere(String workflowId) {
        Journal.once("activity inbound execute");
        ActivityExecutionContext context = Activity.getExecutionContext();
        Journal.call(CATEGORY + "doNotCompleteOnReturn", () -> context.doNotCompleteOnReturn());
        CompletionCalls.offer(context);
        return null;
    }
}

package sample.temporal;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.client.ActivityCompletionClient;
import io.temporal.client.WorkflowClient;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import sample.Journal;

/** The completion of an activity by who has its token or its name. */
final class CompletionCalls {
    private static final BlockingQueue<ActivityInfo> OPEN = new LinkedBlockingQueue<>();

    private final ActivityCompletionClient completion;

    CompletionCalls(WorkflowClient client) {
        completion = client.newActivityCompletionClient();
    }

    /** Called by the activity; asks for its info apart from the calls that are counted. */
    static void offer(ActivityExecutionContext context) {
        Journal.call("activity outbound getInfo", () -> OPEN.add(context.getInfo()));
    }

    /** Waits for the activity to come, and completes it; the calls after that are told that they come late. */
    void make() throws InterruptedException {
        ActivityInfo activity = OPEN.poll(30, TimeUnit.SECONDS);
        byte[] token = activity.getTaskToken();
        Journal.call("client heartbeat", () -> completion.heartbeat(token, "alive"));
        Journal.call("client complete", () -> completion.complete(token, "completed"));
        Journal.call(
                "client completeExceptionally",
                () -> completion.completeExceptionally(token, new IllegalStateException("late")));
        Journal.call("client reportCancellation", () -> completion.reportCancellation(token, "late"));
        Journal.call(
                "client heartbeatStandalone", () -> completion.heartbeatStandalone("none", Optional.empty(), "alive"));
        Journal.call(
                "client completeStandalone", () -> completion.completeStandalone("none", Optional.empty(), "done"));
        Journal.call(
                "client completeExceptionallyStandalone",
                () -> completion.completeExceptionallyStandalone(
                        "none", Optional.empty(), new IllegalStateException("failed")));
        Journal.call(
                "client reportCancellationStandalone",
                () -> completion.reportCancellationStandalone("none", Optional.empty(), "cancelled"));
    }
}

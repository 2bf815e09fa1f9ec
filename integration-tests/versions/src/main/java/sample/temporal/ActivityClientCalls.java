package sample.temporal;

import io.temporal.client.ActivityClient;
import io.temporal.client.StartActivityOptions;
import io.temporal.client.UntypedActivityHandle;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import sample.Journal;

/** Activities without a workflow, of SDK 1.35 and later. */
final class ActivityClientCalls {
    private final ActivityClient client;
    private final UntypedActivityHandle alone;

    ActivityClientCalls(WorkflowServiceStubs server) {
        client = ActivityClient.newInstance(server);
        alone = client.getHandle("alone", "run");
    }

    void make() {
        StartActivityOptions options = StartActivityOptions.newBuilder()
                .setId("alone")
                .setTaskQueue("sample")
                .setStartToCloseTimeout(Duration.ofSeconds(1))
                .build();
        Journal.call("client startActivity", () -> client.start("Ask", options, "alone"));
        Journal.call("client describeActivity", () -> alone.describe());
        Journal.call("client getActivityResult", () -> alone.getResult(100, TimeUnit.MILLISECONDS, String.class));
        Journal.call(
                "client getActivityResultAsync",
                () -> alone.getResultAsync(100, TimeUnit.MILLISECONDS, String.class)
                        .get(10, TimeUnit.SECONDS));
        Journal.call("client pauseActivity", () -> alone.pause());
        Journal.call("client unpauseActivity", () -> alone.unpause());
        Journal.call("client updateActivityOptions", () -> alone.restoreOriginalOptions());
        Journal.call("client cancelActivity", () -> alone.cancel("enough"));
        Journal.call("client terminateActivity", () -> alone.terminate("enough"));
        Journal.call("client listActivities", () -> client.listExecutions("").count());
        Journal.call("client countActivities", () -> client.countExecutions(""));
    }
}

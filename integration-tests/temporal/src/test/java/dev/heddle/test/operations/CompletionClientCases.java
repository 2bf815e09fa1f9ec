package dev.heddle.test.operations;

import static dev.heddle.test.operations.OperationCase.procedure;

import io.temporal.client.ActivityCompletionClient;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The table of {@code ActivityCompletionClient}: each operation by token, by a workflow's activity, standalone. */
final class CompletionClientCases {
    private static final Class<ActivityCompletionClient> CLIENT = ActivityCompletionClient.class;
    private static final byte[] TOKEN = {1, 2};
    private static final Optional<String> RUN = Optional.of("run-1");
    private static final String OF_WORKFLOW = "id=pack activityId=pack workflowId=order-1 runId=run-1";
    private static final String STANDALONE = "id=pack activityId=pack runId=run-1";
    private static final Exception FAILURE = new Exception("told");
    private static final Exception OTHER_FAILURE = new Exception("changed");

    private CompletionClientCases() {}

    static Stream<OperationCase<?>> all() {
        return Stream.of(byToken(), byWorkflow(), standalone()).flatMap(List::stream);
    }

    private static List<OperationCase<?>> byToken() {
        return List.of(
                procedure(CLIENT, "complete", (next, sample) -> next.complete(TOKEN, "value")),
                procedure(CLIENT, "completeExceptionally", (next, sample) -> next.completeExceptionally(TOKEN, FAILURE))
                        .argument(1, OTHER_FAILURE),
                procedure(CLIENT, "reportCancellation", (next, sample) -> next.reportCancellation(TOKEN, "value")),
                procedure(CLIENT, "heartbeat", (next, sample) -> next.heartbeat(TOKEN, "value")));
    }

    private static List<OperationCase<?>> byWorkflow() {
        return List.of(
                procedure(CLIENT, "complete", (next, sample) -> next.complete("order-1", RUN, "pack", "value"))
                        .identity(OF_WORKFLOW),
                procedure(
                                CLIENT,
                                "completeExceptionally",
                                (next, sample) -> next.completeExceptionally("order-1", RUN, "pack", FAILURE))
                        .identity(OF_WORKFLOW)
                        .argument(3, OTHER_FAILURE),
                procedure(
                                CLIENT,
                                "reportCancellation",
                                (next, sample) -> next.reportCancellation("order-1", RUN, "pack", "value"))
                        .identity(OF_WORKFLOW),
                procedure(CLIENT, "heartbeat", (next, sample) -> next.heartbeat("order-1", RUN, "pack", "value"))
                        .identity(OF_WORKFLOW));
    }

    private static List<OperationCase<?>> standalone() {
        return List.of(
                procedure(CLIENT, "completeStandalone", (next, sample) -> next.completeStandalone("pack", RUN, "value"))
                        .identity(STANDALONE),
                procedure(
                                CLIENT,
                                "completeExceptionallyStandalone",
                                (next, sample) -> next.completeExceptionallyStandalone("pack", RUN, FAILURE))
                        .identity(STANDALONE)
                        .argument(2, OTHER_FAILURE),
                procedure(
                                CLIENT,
                                "reportCancellationStandalone",
                                (next, sample) -> next.reportCancellationStandalone("pack", RUN, "value"))
                        .identity(STANDALONE),
                procedure(
                                CLIENT,
                                "heartbeatStandalone",
                                (next, sample) -> next.heartbeatStandalone("pack", RUN, "value"))
                        .identity(STANDALONE));
    }
}

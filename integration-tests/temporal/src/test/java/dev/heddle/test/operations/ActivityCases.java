package dev.heddle.test.operations;

import static dev.heddle.test.operations.OperationCase.operation;
import static dev.heddle.test.operations.OperationCase.procedure;

import com.uber.m3.tally.NoopScope;
import com.uber.m3.tally.Scope;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.activity.ManualActivityCompletionClient;
import io.temporal.client.WorkflowClient;
import io.temporal.common.CancellationToken;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor.*;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables of what reaches an activity and what it asks of its context. */
final class ActivityCases {
    private static final Class<ActivityInboundCallsInterceptor> INBOUND = ActivityInboundCallsInterceptor.class;
    private static final Class<ActivityExecutionContext> CONTEXT = ActivityExecutionContext.class;
    private static final Class<ManualActivityCompletionClient> MANUAL = ManualActivityCompletionClient.class;
    private static final String NO_PARAMETERS = "it has no parameters";

    private ActivityCases() {}

    static Stream<OperationCase<?>> all() {
        return Stream.of(inbound(), context(), details(), tools(), manual()).flatMap(List::stream);
    }

    private static List<OperationCase<?>> inbound() {
        return List.of(operation(
                        INBOUND,
                        "execute",
                        (next, sample) -> next.execute(new ActivityInput(sample.header(), sample.arguments())))
                .returns(() -> new ActivityOutput("done"), ActivityOutput::getResult, () -> "other")
                .anyAnswer());
    }

    private static List<OperationCase<?>> context() {
        return List.of(
                operation(CONTEXT, "getInfo", (next, sample) -> next.getInfo())
                        .fixedArguments(NO_PARAMETERS)
                        .returns(
                                () -> new Recorder().as(ActivityInfo.class),
                                () -> new Recorder().as(ActivityInfo.class)),
                procedure(CONTEXT, "heartbeat", (next, sample) -> next.heartbeat("half")),
                operation(CONTEXT, "getTaskToken", (next, sample) -> next.getTaskToken())
                        .fixedArguments(NO_PARAMETERS)
                        .returns(() -> new byte[] {1}, () -> new byte[] {2}),
                procedure(CONTEXT, "doNotCompleteOnReturn", (next, sample) -> next.doNotCompleteOnReturn())
                        .fixedArguments(NO_PARAMETERS),
                operation(CONTEXT, "isDoNotCompleteOnReturn", (next, sample) -> next.isDoNotCompleteOnReturn())
                        .fixedArguments(NO_PARAMETERS)
                        .returns(() -> false, () -> true),
                operation(CONTEXT, "isUseLocalManualCompletion", (next, sample) -> next.isUseLocalManualCompletion())
                        .fixedArguments(NO_PARAMETERS)
                        .returns(() -> false, () -> true));
    }

    private static List<OperationCase<?>> details() {
        return List.of(
                operation(CONTEXT, "getHeartbeatDetails", (next, sample) -> next.getHeartbeatDetails(String.class))
                        .argument(0, Integer.class)
                        .returns(() -> Optional.of("half"), () -> Optional.of("other")),
                operation(
                                CONTEXT,
                                "getHeartbeatDetails",
                                (next, sample) -> next.getHeartbeatDetails(String.class, String.class))
                        .argument(0, Integer.class)
                        .returns(() -> Optional.of("half"), () -> Optional.of("other")),
                operation(
                                CONTEXT,
                                "getLastHeartbeatDetails",
                                (next, sample) -> next.getLastHeartbeatDetails(String.class))
                        .argument(0, Integer.class)
                        .returns(() -> Optional.of("half"), () -> Optional.of("other")),
                operation(
                                CONTEXT,
                                "getLastHeartbeatDetails",
                                (next, sample) -> next.getLastHeartbeatDetails(String.class, String.class))
                        .argument(0, Integer.class)
                        .returns(() -> Optional.of("half"), () -> Optional.of("other")));
    }

    private static List<OperationCase<?>> tools() {
        return List.of(
                operation(CONTEXT, "getCancellationToken", (next, sample) -> next.getCancellationToken())
                        .fixedArguments(NO_PARAMETERS)
                        .returns(
                                () -> new Recorder().as(CancellationToken.class),
                                () -> new Recorder().as(CancellationToken.class)),
                operation(CONTEXT, "getMetricsScope", (next, sample) -> next.getMetricsScope())
                        .fixedArguments(NO_PARAMETERS)
                        .returns(() -> new Recorder().as(Scope.class), NoopScope::new),
                operation(CONTEXT, "getWorkflowClient", (next, sample) -> next.getWorkflowClient())
                        .fixedArguments(NO_PARAMETERS)
                        .returns(
                                () -> new Recorder().as(WorkflowClient.class),
                                () -> new Recorder().as(WorkflowClient.class)),
                operation(CONTEXT, "getInstance", (next, sample) -> next.getInstance())
                        .fixedArguments(NO_PARAMETERS)
                        .returns(() -> "activity", () -> "other")
                        .anyAnswer(),
                procedure(CONTEXT, "useLocalManualCompletion", (next, sample) -> next.useLocalManualCompletion())
                        .fixedArguments(NO_PARAMETERS)
                        .returnsEmpty(() -> new Recorder().as(MANUAL)));
    }

    private static List<OperationCase<?>> manual() {
        return List.of(
                procedure(MANUAL, "complete", (next, sample) -> next.complete("value")),
                procedure(MANUAL, "fail", (next, sample) -> next.fail(new Exception("told")))
                        .argument(0, new Exception("changed")),
                procedure(MANUAL, "recordHeartbeat", (next, sample) -> next.recordHeartbeat("half")),
                procedure(MANUAL, "reportCancellation", (next, sample) -> next.reportCancellation("value")));
    }
}

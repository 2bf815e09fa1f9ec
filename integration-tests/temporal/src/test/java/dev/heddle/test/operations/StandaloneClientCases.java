package dev.heddle.test.operations;

import static dev.heddle.test.operations.OperationCase.operation;

import com.google.protobuf.ByteString;
import io.grpc.Deadline;
import io.temporal.api.activity.v1.ActivityOptions;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.CountActivityExecutionsResponse;
import io.temporal.api.workflowservice.v1.DescribeActivityExecutionResponse;
import io.temporal.api.workflowservice.v1.DescribeNexusOperationExecutionResponse;
import io.temporal.client.ActivityExecutionCount;
import io.temporal.client.ActivityExecutionDescription;
import io.temporal.client.ActivityExecutionOptions;
import io.temporal.client.DescribeActivityOptions;
import io.temporal.client.NexusOperationExecutionCount;
import io.temporal.client.NexusOperationExecutionDescription;
import io.temporal.client.PauseActivityOptions;
import io.temporal.client.StartActivityOptions;
import io.temporal.client.StartNexusOperationOptions;
import io.temporal.client.UnpauseActivityOptions;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.interceptors.ActivityClientCallsInterceptor;
import io.temporal.common.interceptors.ActivityClientCallsInterceptor.*;
import io.temporal.common.interceptors.NexusClientCallsInterceptor;
import io.temporal.common.interceptors.NexusClientCallsInterceptor.*;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The tables of the clients of standalone activities and Nexus operations. */
final class StandaloneClientCases {
    private static final Class<ActivityClientCallsInterceptor> ACTIVITIES = ActivityClientCallsInterceptor.class;
    private static final Class<NexusClientCallsInterceptor> NEXUS = NexusClientCallsInterceptor.class;
    private static final String ACTIVITY = "id=pack activityId=pack runId=run-1";
    private static final String OPERATION = "id=op-1 runId=run-1";

    private StandaloneClientCases() {}

    static Stream<OperationCase<?>> all() {
        return Stream.of(activities(), activityChanges(), activityResults(), nexus(), nexusResults())
                .flatMap(List::stream);
    }

    private static List<OperationCase<?>> activities() {
        return List.of(
                operation(
                                ACTIVITIES,
                                "startActivity",
                                (next, sample) -> next.startActivity(new StartActivityInput(
                                        "Pack",
                                        Arrays.asList(sample.arguments()),
                                        StartActivityOptions.newBuilder()
                                                .setId("pack")
                                                .setTaskQueue("packing")
                                                .setStartToCloseTimeout(Duration.ofSeconds(1))
                                                .build(),
                                        sample.header())))
                        .identity("name=Pack activityType=Pack id=pack activityId=pack taskQueue=packing")
                        .returns(
                                () -> new StartActivityOutput("pack", "run-1"),
                                () -> new StartActivityOutput("pack", "run-2")),
                operation(
                                ACTIVITIES,
                                "describeActivity",
                                (next, sample) -> next.describeActivity(new DescribeActivityInput(
                                        "pack", "run-1", DescribeActivityOptions.getDefaultInstance())))
                        .identity(ACTIVITY)
                        .returns(
                                () -> new DescribeActivityOutput(activity()),
                                DescribeActivityOutput::getDescription,
                                StandaloneClientCases::activity),
                operation(
                                ACTIVITIES,
                                "cancelActivity",
                                (next, sample) ->
                                        next.cancelActivity(new CancelActivityInput("pack", "run-1", "reason")))
                        .identity(ACTIVITY)
                        .returnsEmpty(CancelActivityOutput::new),
                operation(
                                ACTIVITIES,
                                "terminateActivity",
                                (next, sample) ->
                                        next.terminateActivity(new TerminateActivityInput("pack", "run-1", "reason")))
                        .identity(ACTIVITY)
                        .returnsEmpty(TerminateActivityOutput::new),
                operation(
                                ACTIVITIES,
                                "listActivities",
                                (next, sample) -> next.listActivities(new ListActivitiesInput("query")))
                        .returns(
                                () -> new ListActivitiesOutput(Stream.of()),
                                ListActivitiesOutput::getStream,
                                Stream::of),
                operation(
                                ACTIVITIES,
                                "countActivities",
                                (next, sample) -> next.countActivities(new CountActivitiesInput("query")))
                        .returns(
                                () -> new CountActivitiesOutput(activityCount()),
                                CountActivitiesOutput::getCount,
                                StandaloneClientCases::activityCount));
    }

    private static List<OperationCase<?>> activityChanges() {
        return List.of(
                operation(
                                ACTIVITIES,
                                "pauseActivity",
                                (next, sample) -> next.pauseActivity(new PauseActivityInput(
                                        "pack", "run-1", PauseActivityOptions.getDefaultInstance())))
                        .identity(ACTIVITY)
                        .returnsEmpty(PauseActivityOutput::new),
                operation(
                                ACTIVITIES,
                                "unpauseActivity",
                                (next, sample) -> next.unpauseActivity(new UnpauseActivityInput(
                                        "pack", "run-1", UnpauseActivityOptions.getDefaultInstance())))
                        .identity(ACTIVITY)
                        .returnsEmpty(UnpauseActivityOutput::new),
                operation(
                                ACTIVITIES,
                                "updateActivityOptions",
                                (next, sample) -> next.updateActivityOptions(
                                        new UpdateActivityOptionsInput("pack", "run-1", List.of(), true)))
                        .identity(ACTIVITY)
                        .returns(
                                () -> new UpdateActivityOptionsOutput(activityOptions("packing")),
                                UpdateActivityOptionsOutput::getOptions,
                                () -> activityOptions("unpacking")));
    }

    private static ActivityExecutionOptions activityOptions(String queue) {
        return new ActivityExecutionOptions(ActivityOptions.newBuilder()
                .setTaskQueue(TaskQueue.newBuilder().setName(queue))
                .build());
    }

    private static GetActivityResultInput<String> resultInput() {
        return new GetActivityResultInput<>("pack", "run-1", String.class, String.class, 7, TimeUnit.SECONDS);
    }

    private static List<OperationCase<?>> activityResults() {
        return List.of(
                operation(ACTIVITIES, "getActivityResult", (next, sample) -> next.getActivityResult(resultInput()))
                        .identity(ACTIVITY)
                        .returns(
                                () -> new GetActivityResultOutput<>("done"),
                                GetActivityResultOutput::getResult,
                                () -> "other"),
                operation(
                                ACTIVITIES,
                                "getActivityResultAsync",
                                (next, sample) -> next.getActivityResultAsync(resultInput()))
                        .identity(ACTIVITY)
                        .returns(
                                () -> CompletableFuture.completedFuture(new GetActivityResultOutput<>("done")),
                                future -> future.thenApply(GetActivityResultOutput::getResult),
                                () -> CompletableFuture.completedFuture("other")));
    }

    private static List<OperationCase<?>> nexus() {
        return List.of(
                operation(
                                NEXUS,
                                "startNexusOperationExecution",
                                (next, sample) ->
                                        next.startNexusOperationExecution(new StartNexusOperationExecutionInput(
                                                "endpoint",
                                                "Shop",
                                                "order",
                                                Payload.getDefaultInstance(),
                                                StartNexusOperationOptions.newBuilder()
                                                        .setId("op-1")
                                                        .build(),
                                                sample.immutableStrings())))
                        .identity(
                                "name=Shop/order id=op-1 nexusService=Shop nexusOperation=order nexusEndpoint=endpoint")
                        .argument(
                                0,
                                Payload.newBuilder()
                                        .setData(ByteString.copyFromUtf8("changed"))
                                        .build())
                        .returns(
                                () -> new StartNexusOperationExecutionOutput("op-1", "run-1", true),
                                () -> new StartNexusOperationExecutionOutput("op-1", "run-2", true)),
                operation(
                                NEXUS,
                                "describeNexusOperationExecution",
                                (next, sample) -> next.describeNexusOperationExecution(
                                        new DescribeNexusOperationExecutionInput("op-1", "run-1")))
                        .identity(OPERATION)
                        .returns(
                                () -> new DescribeNexusOperationExecutionOutput(operationDescription()),
                                DescribeNexusOperationExecutionOutput::getDescription,
                                StandaloneClientCases::operationDescription),
                operation(
                                NEXUS,
                                "requestCancelNexusOperationExecution",
                                (next, sample) -> next.requestCancelNexusOperationExecution(
                                        new RequestCancelNexusOperationExecutionInput("op-1", "run-1", "reason")))
                        .identity(OPERATION)
                        .returnsEmpty(RequestCancelNexusOperationExecutionOutput::new),
                operation(
                                NEXUS,
                                "terminateNexusOperationExecution",
                                (next, sample) -> next.terminateNexusOperationExecution(
                                        new TerminateNexusOperationExecutionInput("op-1", "run-1", "reason")))
                        .identity(OPERATION)
                        .returnsEmpty(TerminateNexusOperationExecutionOutput::new),
                operation(
                                NEXUS,
                                "deleteNexusOperationExecution",
                                (next, sample) -> next.deleteNexusOperationExecution(
                                        new DeleteNexusOperationExecutionInput("op-1", "run-1")))
                        .identity(OPERATION)
                        .returnsEmpty(DeleteNexusOperationExecutionOutput::new),
                operation(
                                NEXUS,
                                "listNexusOperationExecutions",
                                (next, sample) -> next.listNexusOperationExecutions(
                                        new ListNexusOperationExecutionsInput("query")))
                        .returns(
                                () -> new ListNexusOperationExecutionsOutput(Stream.of()),
                                ListNexusOperationExecutionsOutput::getOperations,
                                Stream::of),
                operation(
                                NEXUS,
                                "countNexusOperationExecutions",
                                (next, sample) -> next.countNexusOperationExecutions(
                                        new CountNexusOperationExecutionsInput("query")))
                        .returns(
                                () -> new CountNexusOperationExecutionsOutput(operationCount()),
                                CountNexusOperationExecutionsOutput::getCount,
                                StandaloneClientCases::operationCount));
    }

    private static GetNexusOperationResultInput<String> operationInput() {
        return new GetNexusOperationResultInput<>(
                "op-1", "run-1", Deadline.after(1, TimeUnit.MINUTES), String.class, String.class);
    }

    private static List<OperationCase<?>> nexusResults() {
        return List.of(
                operation(
                                NEXUS,
                                "getNexusOperationResult",
                                (next, sample) -> next.getNexusOperationResult(operationInput()))
                        .identity(OPERATION)
                        .returns(
                                () -> new GetNexusOperationResultOutput<>("done"),
                                GetNexusOperationResultOutput::getResult,
                                () -> "other"),
                operation(
                                NEXUS,
                                "getNexusOperationResultAsync",
                                (next, sample) -> next.getNexusOperationResultAsync(operationInput()))
                        .identity(OPERATION)
                        .returns(
                                () -> CompletableFuture.completedFuture(new GetNexusOperationResultOutput<>("done")),
                                future -> future.thenApply(GetNexusOperationResultOutput::getResult),
                                () -> CompletableFuture.completedFuture("other")));
    }

    private static ActivityExecutionDescription activity() {
        return new ActivityExecutionDescription(
                DescribeActivityExecutionResponse.getDefaultInstance(),
                DefaultDataConverter.newDefaultInstance(),
                "default");
    }

    private static ActivityExecutionCount activityCount() {
        return new ActivityExecutionCount(CountActivityExecutionsResponse.getDefaultInstance());
    }

    private static NexusOperationExecutionDescription operationDescription() {
        return new NexusOperationExecutionDescription(
                DescribeNexusOperationExecutionResponse.getDefaultInstance(),
                DefaultDataConverter.newDefaultInstance(),
                "default");
    }

    private static NexusOperationExecutionCount operationCount() {
        return new NexusOperationExecutionCount(0, List.of());
    }
}

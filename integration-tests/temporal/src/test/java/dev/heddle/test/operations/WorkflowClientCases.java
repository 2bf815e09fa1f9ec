package dev.heddle.test.operations;

import static dev.heddle.test.operations.OperationCase.operation;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.update.v1.WaitPolicy;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsResponse;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.client.WorkflowExecutionCount;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowUpdateHandle;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor.*;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The table of the workflow client's operations. */
final class WorkflowClientCases {
    private static final Class<WorkflowClientCallsInterceptor> CLIENT = WorkflowClientCallsInterceptor.class;
    private static final WorkflowExecution ORDER = WorkflowExecution.newBuilder()
            .setWorkflowId("order-1")
            .setRunId("run-1")
            .build();
    private static final WorkflowExecution OTHER =
            WorkflowExecution.newBuilder().setWorkflowId("order-2").build();
    private static final String TARGET = "id=order-1 workflowId=order-1 runId=run-1";
    private static final String STARTED = "workflowId=order-1 workflowType=Order taskQueue=orders";

    private WorkflowClientCases() {}

    static Stream<OperationCase<?>> all() {
        return Stream.of(calls(), results(), updates(), visibility()).flatMap(List::stream);
    }

    private static WorkflowStartInput startInput(Sample sample, Object... arguments) {
        WorkflowOptions options =
                WorkflowOptions.newBuilder().setTaskQueue("orders").build();
        return new WorkflowStartInput("order-1", "Order", sample.header(), arguments, options);
    }

    private static List<OperationCase<?>> calls() {
        return List.of(
                operation(CLIENT, "start", (next, sample) -> next.start(startInput(sample, sample.arguments())))
                        .identity("name=Order id=order-1 " + STARTED)
                        .returns(
                                () -> new WorkflowStartOutput(ORDER),
                                WorkflowStartOutput::getWorkflowExecution,
                                () -> OTHER),
                operation(
                                CLIENT,
                                "signal",
                                (next, sample) -> next.signal(
                                        new WorkflowSignalInput(ORDER, "ship", sample.header(), sample.arguments())))
                        .identity("name=ship signalName=ship " + TARGET)
                        .returnsEmpty(WorkflowSignalOutput::new),
                operation(
                                CLIENT,
                                "signalWithStart",
                                (next, sample) -> next.signalWithStart(new WorkflowSignalWithStartInput(
                                        startInput(sample), "ship", sample.arguments())))
                        .identity("name=ship signalName=ship id=order-1 " + STARTED)
                        .returns(
                                () -> new WorkflowSignalWithStartOutput(new WorkflowStartOutput(ORDER)),
                                WorkflowSignalWithStartOutput::getWorkflowStartOutput,
                                () -> new WorkflowStartOutput(OTHER)),
                operation(
                                CLIENT,
                                "query",
                                (next, sample) -> next.query(new QueryInput<>(
                                        ORDER,
                                        "status",
                                        sample.header(),
                                        sample.arguments(),
                                        String.class,
                                        String.class)))
                        .identity("name=status queryName=status " + TARGET)
                        .returns(() -> new QueryOutput<>(null, "open"), QueryOutput::getResult, () -> "shipped"),
                operation(CLIENT, "cancel", (next, sample) -> next.cancel(new CancelInput(ORDER, "first", "reason")))
                        .identity(TARGET)
                        .returnsEmpty(CancelOutput::new),
                operation(
                                CLIENT,
                                "terminate",
                                (next, sample) -> next.terminate(
                                        new TerminateInput(ORDER, "first", "reason", sample.arguments())))
                        .identity(TARGET)
                        .returnsEmpty(TerminateOutput::new));
    }

    private static GetResultInput<String> resultInput() {
        return new GetResultInput<>(ORDER, Optional.of("Order"), 7, TimeUnit.SECONDS, String.class, String.class);
    }

    private static List<OperationCase<?>> results() {
        String identity = "name=Order workflowType=Order " + TARGET;
        return List.of(
                operation(CLIENT, "getResult", (next, sample) -> next.getResult(resultInput()))
                        .identity(identity)
                        .argument(2, 8L)
                        .returns(() -> new GetResultOutput<>("done"), GetResultOutput::getResult, () -> "other"),
                operation(CLIENT, "getResultAsync", (next, sample) -> next.getResultAsync(resultInput()))
                        .identity(identity)
                        .argument(2, 8L)
                        .returns(
                                () -> new GetResultAsyncOutput<>(CompletableFuture.completedFuture("done")),
                                GetResultAsyncOutput::getResult,
                                () -> CompletableFuture.completedFuture("other")));
    }

    private static StartUpdateInput<String> updateInput(Sample sample) {
        return new StartUpdateInput<>(
                ORDER,
                Optional.of("Order"),
                "move",
                sample.header(),
                "move-1",
                sample.arguments(),
                String.class,
                String.class,
                "",
                WaitPolicy.getDefaultInstance());
    }

    @SuppressWarnings("unchecked")
    private static WorkflowUpdateHandle<String> handle() {
        return new Recorder().as(WorkflowUpdateHandle.class);
    }

    private static List<OperationCase<?>> updates() {
        String update = "name=move updateName=move id=move-1 updateId=move-1 workflowId=order-1";
        return List.of(
                operation(CLIENT, "startUpdate", (next, sample) -> next.startUpdate(updateInput(sample)))
                        .identity(update + " runId=run-1 workflowType=Order")
                        .returns(WorkflowClientCases::handle, WorkflowClientCases::handle),
                operation(
                                CLIENT,
                                "updateWithStart",
                                (next, sample) -> next.updateWithStart(new WorkflowUpdateWithStartInput<>(
                                        startInput(sample, 42), updateInput(sample))))
                        .identity(update + " workflowType=Order taskQueue=orders")
                        .returns(() -> withStart(ORDER), () -> withStart(OTHER)),
                operation(
                                CLIENT,
                                "pollWorkflowUpdate",
                                (next, sample) -> next.pollWorkflowUpdate(new PollWorkflowUpdateInput<>(
                                        ORDER, "move", "move-1", String.class, String.class, 7, TimeUnit.SECONDS)))
                        .identity(update + " runId=run-1")
                        .returns(
                                () -> new PollWorkflowUpdateOutput<>(CompletableFuture.completedFuture("done")),
                                PollWorkflowUpdateOutput::getResult,
                                () -> CompletableFuture.completedFuture("other")));
    }

    private static WorkflowUpdateWithStartOutput<String> withStart(WorkflowExecution started) {
        return new WorkflowUpdateWithStartOutput<>(new WorkflowStartOutput(started), handle());
    }

    private static List<OperationCase<?>> visibility() {
        return List.of(
                operation(CLIENT, "describe", (next, sample) -> next.describe(new DescribeWorkflowInput(ORDER)))
                        .identity(TARGET)
                        .argument(0, OTHER)
                        .returns(
                                () -> new DescribeWorkflowOutput(description()),
                                DescribeWorkflowOutput::getDescription,
                                WorkflowClientCases::description),
                operation(
                                CLIENT,
                                "listWorkflowExecutions",
                                (next, sample) ->
                                        next.listWorkflowExecutions(new ListWorkflowExecutionsInput("query", null)))
                        .returns(
                                () -> new ListWorkflowExecutionsOutput(Stream.of()),
                                ListWorkflowExecutionsOutput::getStream,
                                Stream::of),
                operation(
                                CLIENT,
                                "countWorkflows",
                                (next, sample) -> next.countWorkflows(new CountWorkflowsInput("query")))
                        .returns(
                                () -> new CountWorkflowOutput(count()),
                                CountWorkflowOutput::getCount,
                                WorkflowClientCases::count));
    }

    private static WorkflowExecutionDescription description() {
        return new WorkflowExecutionDescription(
                DescribeWorkflowExecutionResponse.getDefaultInstance(), DefaultDataConverter.newDefaultInstance());
    }

    private static WorkflowExecutionCount count() {
        return new WorkflowExecutionCount(CountWorkflowExecutionsResponse.getDefaultInstance());
    }
}

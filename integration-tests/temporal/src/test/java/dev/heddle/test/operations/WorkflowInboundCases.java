package dev.heddle.test.operations;

import static dev.heddle.test.operations.OperationCase.operation;
import static dev.heddle.test.operations.OperationCase.procedure;

import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor.*;
import java.util.stream.Stream;

/** The table of what reaches a workflow. */
final class WorkflowInboundCases {
    private static final Class<WorkflowInboundCallsInterceptor> INBOUND = WorkflowInboundCallsInterceptor.class;

    private WorkflowInboundCases() {}

    static Stream<OperationCase<?>> all() {
        return Stream.of(
                operation(
                                INBOUND,
                                "execute",
                                (next, sample) -> next.execute(new WorkflowInput(sample.header(), sample.arguments())))
                        .identity("name=Host")
                        .returns(() -> new WorkflowOutput("done"), WorkflowOutput::getResult, () -> "other")
                        .anyAnswer(),
                procedure(
                                INBOUND,
                                "handleSignal",
                                (next, sample) -> next.handleSignal(
                                        new SignalInput("ship", sample.arguments(), 7, sample.header())))
                        .identity("name=ship signalName=ship"),
                operation(
                                INBOUND,
                                "handleQuery",
                                (next, sample) ->
                                        next.handleQuery(new QueryInput("status", sample.header(), sample.arguments())))
                        .identity("name=status queryName=status")
                        .returns(() -> new QueryOutput("open"), QueryOutput::getResult, () -> "shipped")
                        .anyAnswer(),
                procedure(
                                INBOUND,
                                "validateUpdate",
                                (next, sample) -> next.validateUpdate(
                                        new UpdateInput("move", sample.header(), sample.arguments())))
                        .identity("name=move updateName=move"),
                operation(
                                INBOUND,
                                "executeUpdate",
                                (next, sample) -> next.executeUpdate(
                                        new UpdateInput("move", sample.header(), sample.arguments())))
                        .identity("name=move updateName=move")
                        .returns(() -> new UpdateOutput("done"), UpdateOutput::getResult, () -> "other")
                        .anyAnswer());
    }
}

package dev.heddle.test.operations;

import static dev.heddle.test.operations.OperationCase.operation;
import static dev.heddle.test.operations.OperationCase.procedure;

import com.uber.m3.tally.NoopScope;
import com.uber.m3.tally.Scope;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributeUpdate;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor.*;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.ContinueAsNewOptions;
import io.temporal.workflow.MutableSideEffectOptions;
import io.temporal.workflow.NexusOperationExecution;
import io.temporal.workflow.NexusOperationOptions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.SideEffectOptions;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The table of what a workflow asks for. */
final class WorkflowOutboundCases {
    private static final Class<WorkflowOutboundCallsInterceptor> OUTBOUND = WorkflowOutboundCallsInterceptor.class;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final WorkflowExecution ORDER =
            WorkflowExecution.newBuilder().setWorkflowId("order-1").build();

    private WorkflowOutboundCases() {}

    static Stream<OperationCase<?>> all() {
        return Stream.of(work(), others(), time(), values(), handlers(), attributes())
                .flatMap(List::stream);
    }

    private static List<OperationCase<?>> work() {
        return List.of(
                operation(
                                OUTBOUND,
                                "executeActivity",
                                (next, sample) -> next.executeActivity(new ActivityInput<>(
                                        "Pack",
                                        String.class,
                                        String.class,
                                        sample.arguments(),
                                        ActivityOptions.newBuilder().build(),
                                        sample.header())))
                        .identity("name=Pack activityType=Pack")
                        .returns(
                                () -> new ActivityOutput<>("1", Workflow.newPromise("done")),
                                ActivityOutput::getResult,
                                () -> Workflow.newPromise("other")),
                operation(
                                OUTBOUND,
                                "executeLocalActivity",
                                (next, sample) -> next.executeLocalActivity(new LocalActivityInput<>(
                                        "Pack",
                                        String.class,
                                        String.class,
                                        sample.arguments(),
                                        LocalActivityOptions.getDefaultInstance(),
                                        sample.header())))
                        .identity("name=Pack activityType=Pack")
                        .returns(
                                () -> new LocalActivityOutput<>(Workflow.newPromise("done")),
                                LocalActivityOutput::getResult,
                                () -> Workflow.newPromise("other")),
                operation(
                                OUTBOUND,
                                "executeChildWorkflow",
                                (next, sample) -> next.executeChildWorkflow(new ChildWorkflowInput<>(
                                        "child-1",
                                        "Child",
                                        String.class,
                                        String.class,
                                        sample.arguments(),
                                        ChildWorkflowOptions.getDefaultInstance(),
                                        sample.header())))
                        .identity("name=Child id=child-1")
                        .returns(
                                () -> new ChildWorkflowOutput<>(
                                        Workflow.newPromise("done"), Workflow.newPromise(ORDER)),
                                ChildWorkflowOutput::getResult,
                                () -> Workflow.newPromise("other")),
                operation(
                                OUTBOUND,
                                "executeNexusOperation",
                                (next, sample) -> next.executeNexusOperation(new ExecuteNexusOperationInput<>(
                                        "endpoint",
                                        "Shop",
                                        "order",
                                        String.class,
                                        String.class,
                                        "first",
                                        NexusOperationOptions.getDefaultInstance(),
                                        sample.strings())))
                        .identity("name=Shop/order nexusService=Shop nexusOperation=order nexusEndpoint=endpoint")
                        .returns(
                                () -> new ExecuteNexusOperationOutput<>(
                                        Workflow.newPromise("done"), Workflow.<NexusOperationExecution>newPromise()),
                                ExecuteNexusOperationOutput::getResult,
                                () -> Workflow.newPromise("other")));
    }

    private static List<OperationCase<?>> others() {
        return List.of(
                operation(
                                OUTBOUND,
                                "signalExternalWorkflow",
                                (next, sample) -> next.signalExternalWorkflow(
                                        new SignalExternalInput(ORDER, "ship", sample.header(), sample.arguments())))
                        .identity("name=ship signalName=ship id=order-1")
                        .returns(
                                () -> new SignalExternalOutput(Workflow.newPromise((Void) null)),
                                SignalExternalOutput::getResult,
                                () -> Workflow.newPromise((Void) null))
                        .anyAnswer(),
                operation(
                                OUTBOUND,
                                "cancelWorkflow",
                                (next, sample) -> next.cancelWorkflow(new CancelWorkflowInput(ORDER, "reason")))
                        .identity("id=order-1")
                        .returns(
                                () -> new CancelWorkflowOutput(Workflow.newPromise((Void) null)),
                                CancelWorkflowOutput::getResult,
                                () -> Workflow.newPromise((Void) null))
                        .anyAnswer(),
                procedure(
                                OUTBOUND,
                                "continueAsNew",
                                (next, sample) -> next.continueAsNew(new ContinueAsNewInput(
                                        "Again",
                                        ContinueAsNewOptions.newBuilder().build(),
                                        sample.arguments(),
                                        sample.header())))
                        .identity("name=Again"));
    }

    private static List<OperationCase<?>> time() {
        return List.of(
                procedure(OUTBOUND, "sleep", (next, sample) -> next.sleep(SECOND))
                        .argument(0, MINUTE),
                operation(OUTBOUND, "await", (next, sample) -> next.await(SECOND, "reason", () -> true))
                        .returns(() -> true, () -> false),
                procedure(OUTBOUND, "await", (next, sample) -> next.await("reason", () -> true)),
                operation(OUTBOUND, "newTimer", (next, sample) -> next.newTimer(SECOND))
                        .argument(0, MINUTE)
                        .returns(WorkflowOutboundCases::fired, WorkflowOutboundCases::fired)
                        .anyAnswer(),
                operation(
                                OUTBOUND,
                                "newTimer",
                                (next, sample) -> next.newTimer(
                                        SECOND, TimerOptions.newBuilder().build()))
                        .argument(0, MINUTE)
                        .returns(WorkflowOutboundCases::fired, WorkflowOutboundCases::fired)
                        .anyAnswer(),
                operation(OUTBOUND, "currentTimeMillis", (next, sample) -> next.currentTimeMillis())
                        .fixedArguments("it has no parameters")
                        .returns(() -> 1L, () -> 2L));
    }

    private static Promise<Void> fired() {
        return Workflow.newPromise((Void) null);
    }

    private static List<OperationCase<?>> values() {
        return List.of(
                operation(
                                OUTBOUND,
                                "sideEffect",
                                (next, sample) -> next.sideEffect(String.class, String.class, () -> "value"))
                        .argument(0, Integer.class)
                        .returns(() -> "value", () -> "other")
                        .anyAnswer(),
                operation(
                                OUTBOUND,
                                "sideEffect",
                                (next, sample) -> next.sideEffect(
                                        String.class,
                                        String.class,
                                        () -> "value",
                                        SideEffectOptions.newBuilder().build()))
                        .argument(0, Integer.class)
                        .returns(() -> "value", () -> "other")
                        .anyAnswer(),
                operation(
                                OUTBOUND,
                                "mutableSideEffect",
                                (next, sample) -> next.mutableSideEffect(
                                        "id", String.class, String.class, (a, b) -> true, () -> "value"))
                        .returns(() -> "value", () -> "other")
                        .anyAnswer(),
                operation(
                                OUTBOUND,
                                "mutableSideEffect",
                                (next, sample) -> next.mutableSideEffect(
                                        "id",
                                        String.class,
                                        String.class,
                                        (a, b) -> true,
                                        () -> "value",
                                        MutableSideEffectOptions.newBuilder().build()))
                        .returns(() -> "value", () -> "other")
                        .anyAnswer(),
                operation(OUTBOUND, "getVersion", (next, sample) -> next.getVersion("change", 1, 2))
                        .returns(() -> 1, () -> 2),
                operation(OUTBOUND, "getMetricsScope", (next, sample) -> next.getMetricsScope())
                        .fixedArguments("it has no parameters")
                        .returns(() -> new Recorder().as(Scope.class), NoopScope::new));
    }

    private static List<OperationCase<?>> handlers() {
        return List.of(
                procedure(
                                OUTBOUND,
                                "registerQuery",
                                (next, sample) -> next.registerQuery(new RegisterQueryInput(
                                        "status", "text", new Class<?>[0], new Type[0], arguments -> "open")))
                        .identity("queryName=status"),
                procedure(
                                OUTBOUND,
                                "registerSignalHandlers",
                                (next, sample) ->
                                        next.registerSignalHandlers(new RegisterSignalHandlersInput(List.of())))
                        .argument(0, List.of("changed")),
                procedure(
                                OUTBOUND,
                                "registerUpdateHandlers",
                                (next, sample) ->
                                        next.registerUpdateHandlers(new RegisterUpdateHandlersInput(List.of())))
                        .argument(0, List.of("changed")),
                procedure(
                                OUTBOUND,
                                "registerDynamicSignalHandler",
                                (next, sample) -> next.registerDynamicSignalHandler(
                                        new RegisterDynamicSignalHandlerInput((name, arguments) -> {})))
                        .fixedArguments("a handler is a function"),
                procedure(
                                OUTBOUND,
                                "registerDynamicQueryHandler",
                                (next, sample) -> next.registerDynamicQueryHandler(
                                        new RegisterDynamicQueryHandlerInput((name, arguments) -> "open")))
                        .fixedArguments("a handler is a function"),
                procedure(
                                OUTBOUND,
                                "registerDynamicUpdateHandler",
                                (next, sample) -> next.registerDynamicUpdateHandler(
                                        new RegisterDynamicUpdateHandlerInput((name, arguments) -> "done")))
                        .fixedArguments("a handler is a function"));
    }

    private static List<OperationCase<?>> attributes() {
        SearchAttributeUpdate<?>[] updates = {
            SearchAttributeKey.forKeyword("key").valueSet("value")
        };
        SearchAttributeUpdate<?>[] others = {
            SearchAttributeKey.forKeyword("key").valueUnset()
        };
        return List.of(
                procedure(
                                OUTBOUND,
                                "upsertSearchAttributes",
                                (next, sample) -> next.upsertSearchAttributes(Map.of("key", "value")))
                        .argument(0, Map.of("changed", "value")),
                procedure(
                                OUTBOUND,
                                "upsertTypedSearchAttributes",
                                (next, sample) -> next.upsertTypedSearchAttributes(updates))
                        .argument(0, others),
                procedure(OUTBOUND, "upsertMemo", (next, sample) -> next.upsertMemo(Map.of("key", "value")))
                        .argument(0, Map.of("changed", "value")));
    }
}

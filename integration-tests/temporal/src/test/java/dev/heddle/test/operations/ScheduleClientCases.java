package dev.heddle.test.operations;

import static dev.heddle.test.operations.OperationCase.operation;
import static dev.heddle.test.operations.OperationCase.procedure;

import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleDescription;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.ScheduleSpec;
import io.temporal.client.schedules.ScheduleUpdate;
import io.temporal.common.SearchAttributes;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.interceptors.ScheduleClientCallsInterceptor;
import io.temporal.common.interceptors.ScheduleClientCallsInterceptor.*;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The table of the schedule client's operations. */
final class ScheduleClientCases {
    private static final Class<ScheduleClientCallsInterceptor> CLIENT = ScheduleClientCallsInterceptor.class;
    private static final String IDENTITY = "id=nightly scheduleId=nightly";

    private ScheduleClientCases() {}

    static Stream<OperationCase<?>> all() {
        return Stream.of(
                procedure(
                                CLIENT,
                                "createSchedule",
                                (next, sample) -> next.createSchedule(new CreateScheduleInput(
                                        "nightly",
                                        schedule(sample),
                                        ScheduleOptions.newBuilder().build())))
                        .identity(IDENTITY + " name=Report workflowType=Report taskQueue=reports"),
                operation(
                                CLIENT,
                                "listSchedules",
                                (next, sample) -> next.listSchedules(new ListSchedulesInput("query", 7)))
                        .returns(() -> new ListScheduleOutput(Stream.of()), ListScheduleOutput::getStream, Stream::of),
                procedure(
                                CLIENT,
                                "backfillSchedule",
                                (next, sample) ->
                                        next.backfillSchedule(new BackfillScheduleInput("nightly", List.of())))
                        .identity(IDENTITY),
                procedure(
                                CLIENT,
                                "deleteSchedule",
                                (next, sample) -> next.deleteSchedule(new DeleteScheduleInput("nightly")))
                        .identity(IDENTITY),
                operation(
                                CLIENT,
                                "describeSchedule",
                                (next, sample) -> next.describeSchedule(new DescribeScheduleInput("nightly")))
                        .identity(IDENTITY)
                        .returns(
                                () -> new DescribeScheduleOutput(description(null)),
                                DescribeScheduleOutput::getDescription,
                                () -> description(null)),
                procedure(
                                CLIENT,
                                "pauseSchedule",
                                (next, sample) -> next.pauseSchedule(new PauseScheduleInput("nightly", "note")))
                        .identity(IDENTITY),
                procedure(
                                CLIENT,
                                "triggerSchedule",
                                (next, sample) -> next.triggerSchedule(new TriggerScheduleInput(
                                        "nightly", ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP)))
                        .identity(IDENTITY),
                procedure(
                                CLIENT,
                                "unpauseSchedule",
                                (next, sample) -> next.unpauseSchedule(new UnpauseScheduleInput("nightly", "note")))
                        .identity(IDENTITY),
                procedure(
                                CLIENT,
                                "updateSchedule",
                                (next, sample) -> next.updateSchedule(new UpdateScheduleInput(
                                        description(schedule(sample)),
                                        update -> new ScheduleUpdate(
                                                update.getDescription().getSchedule()))))
                        .identity(IDENTITY)
                        .argument(0, description(null)));
    }

    private static Schedule schedule(Sample sample) {
        return Schedule.newBuilder()
                .setAction(ScheduleActionStartWorkflow.newBuilder()
                        .setWorkflowType("Report")
                        .setOptions(WorkflowOptions.newBuilder()
                                .setTaskQueue("reports")
                                .setWorkflowId("report")
                                .build())
                        .setHeader(sample.header())
                        .build())
                .setSpec(ScheduleSpec.newBuilder().build())
                .build();
    }

    private static ScheduleDescription description(Schedule schedule) {
        return new ScheduleDescription(
                "nightly",
                null,
                schedule,
                Map.of(),
                SearchAttributes.EMPTY,
                Map.of(),
                DefaultDataConverter.newDefaultInstance());
    }
}

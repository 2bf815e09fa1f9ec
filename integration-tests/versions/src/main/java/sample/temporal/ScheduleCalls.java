package sample.temporal;

import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleBackfill;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleHandle;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.ScheduleSpec;
import io.temporal.client.schedules.ScheduleUpdate;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Instant;
import java.util.List;
import sample.Journal;

/** Schedules, of SDK 1.20 and later. */
final class ScheduleCalls {
    private final ScheduleClient client;
    private final ScheduleHandle nightly;

    ScheduleCalls(WorkflowServiceStubs server) {
        client = ScheduleClient.newInstance(server);
        nightly = client.getHandle("nightly");
    }

    void make() {
        Journal.call(
                "client createSchedule",
                () -> client.createSchedule(
                        "nightly", schedule(), ScheduleOptions.newBuilder().build()));
        Journal.call("client listSchedules", () -> client.listSchedules().count());
        Journal.call("client describeSchedule", () -> nightly.describe());
        Journal.call(
                "client backfillSchedule",
                () -> nightly.backfill(List.of(new ScheduleBackfill(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)))));
        Journal.call("client pauseSchedule", () -> nightly.pause("for now"));
        Journal.call("client unpauseSchedule", () -> nightly.unpause("go on"));
        Journal.call(
                "client triggerSchedule", () -> nightly.trigger(ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP));
        Journal.call(
                "client updateSchedule",
                () -> nightly.update(
                        now -> new ScheduleUpdate(now.getDescription().getSchedule())));
        Journal.call("client deleteSchedule", () -> nightly.delete());
    }

    private static Schedule schedule() {
        return Schedule.newBuilder()
                .setAction(ScheduleActionStartWorkflow.newBuilder()
                        .setWorkflowType("Other")
                        .setArguments("scheduled")
                        .setOptions(WorkflowOptions.newBuilder()
                                .setTaskQueue("sample")
                                .setWorkflowId("scheduled")
                                .build())
                        .build())
                .setSpec(ScheduleSpec.newBuilder().build())
                .build();
    }
}

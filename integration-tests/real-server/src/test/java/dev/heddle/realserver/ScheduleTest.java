package dev.heddle.realserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.heddle.api.Category;
import dev.heddle.testing.Calls;
import dev.heddle.testing.RecordedCall;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleBackfill;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleDescription;
import io.temporal.client.schedules.ScheduleException;
import io.temporal.client.schedules.ScheduleHandle;
import io.temporal.client.schedules.ScheduleIntervalSpec;
import io.temporal.client.schedules.ScheduleListDescription;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.ScheduleSpec;
import io.temporal.client.schedules.ScheduleState;
import io.temporal.client.schedules.ScheduleUpdate;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every call of the schedule client, and the header of the workflow that a schedule starts. */
class ScheduleTest extends ServerTest {
    private static final String NOTE = "a note";

    private final String id = UUID.randomUUID().toString();
    private ScheduleClient schedules;
    private ScheduleHandle schedule;

    @WorkflowInterface
    public interface Report {
        @WorkflowMethod
        String write(String subject);
    }

    public static final class ReportWorkflow implements Report {
        @Override
        public String write(String subject) {
            return "report on " + subject;
        }
    }

    /** One that does nothing by itself: it begins paused. */
    @BeforeEach
    void create() {
        application.workflows(ReportWorkflow.class).start();
        schedules = ScheduleClient.newInstance(application.service());
        ScheduleActionStartWorkflow action = ScheduleActionStartWorkflow.newBuilder()
                .setWorkflowType(Report.class)
                .setArguments("yarn")
                .setOptions(application.options())
                .build();
        Schedule plan = Schedule.newBuilder()
                .setAction(action)
                .setSpec(ScheduleSpec.newBuilder()
                        .setIntervals(List.of(new ScheduleIntervalSpec(Duration.ofHours(1))))
                        .build())
                .setState(ScheduleState.newBuilder().setPaused(true).build())
                .build();
        schedule =
                schedules.createSchedule(id, plan, ScheduleOptions.newBuilder().build());
    }

    @AfterEach
    void delete() {
        // Of the test that has deleted it there is nothing to delete.
        if (heddle.calls().named("deleteSchedule").list().isEmpty()) {
            schedule.delete();
        }
    }

    private RecordedCall scheduleCall(String operation) {
        RecordedCall call = clientCall(operation);
        assertThat(call.id()).isEqualTo(id);
        return call;
    }

    @Test
    void createSchedule() {
        assertThat(scheduleCall("createSchedule").name()).isEqualTo("Report");
        assertThat(sender(clientCall("createSchedule"))).isEqualTo("client createSchedule");
        assertThat(schedule.getId()).isEqualTo(id);
    }

    @Test
    void describeSchedule() {
        ScheduleDescription description = schedule.describe();
        assertThat(description.getId()).isEqualTo(id);
        assertThat(description.getSchedule().getState().isPaused()).isTrue();
        assertThat(scheduleCall("describeSchedule").result()).isSameAs(description);
    }

    @Test
    void listSchedules() {
        // The list is a moment behind.
        await().until(() -> {
            try (Stream<ScheduleListDescription> all = schedules.listSchedules()) {
                return all.anyMatch(each -> each.getScheduleId().equals(id));
            }
        });
        assertThat(heddle.calls().in(Category.CLIENT).named("listSchedules"))
                .isNotEmpty()
                .allMatch(RecordedCall::arrived);
    }

    @Test
    void pauseSchedule() {
        schedule.unpause();
        schedule.pause(NOTE);
        assertThat(scheduleCall("pauseSchedule").arguments()).contains(NOTE);
        assertThat(schedule.describe().getSchedule().getState().isPaused()).isTrue();
        assertThat(schedule.describe().getSchedule().getState().getNote()).isEqualTo(NOTE);
    }

    @Test
    void unpauseSchedule() {
        schedule.unpause(NOTE);
        assertThat(scheduleCall("unpauseSchedule").arguments()).contains(NOTE);
        assertThat(schedule.describe().getSchedule().getState().isPaused()).isFalse();
    }

    @Test
    void updateSchedule() {
        schedule.update(input -> {
            Schedule.Builder changed =
                    Schedule.newBuilder(input.getDescription().getSchedule());
            return new ScheduleUpdate(
                    changed.setState(ScheduleState.newBuilder().setNote(NOTE).build())
                            .build());
        });
        assertThat(scheduleCall("updateSchedule").failure()).isNull();
        await().untilAsserted(() -> assertThat(
                        schedule.describe().getSchedule().getState().getNote())
                .isEqualTo(NOTE));
    }

    @Test
    void deleteSchedule() {
        schedule.delete();
        assertThat(scheduleCall("deleteSchedule").failure()).isNull();
        await().untilAsserted(
                        () -> assertThatThrownBy(() -> schedule.describe()).isInstanceOf(ScheduleException.class));
    }

    @Test
    void triggerScheduleStartsAWorkflowWithTheHeaderOfTheSchedule() {
        schedule.trigger();
        assertThat(scheduleCall("triggerSchedule").failure()).isNull();
        assertReports(1);
    }

    @Test
    void backfillScheduleStartsWorkflowsWithTheHeaderOfTheSchedule() {
        Instant now = Instant.now();
        schedule.backfill(List.of(new ScheduleBackfill(
                now.minus(Duration.ofHours(3)), now, ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_ALLOW_ALL)));
        assertThat(scheduleCall("backfillSchedule").failure()).isNull();
        assertReports(3);
    }

    /** The SDK forgets the headers of a schedule that it reads to have it updated. */
    @Test
    void anUpdatedScheduleHasTheHeadersOfItsUpdate() {
        schedule.update(input ->
                new ScheduleUpdate(Schedule.newBuilder(input.getDescription().getSchedule())
                        .setState(ScheduleState.newBuilder().setNote(NOTE).build())
                        .build()));
        await().until(() ->
                NOTE.equals(schedule.describe().getSchedule().getState().getNote()));
        schedule.trigger();
        RecordedCall report = first(
                heddle.calls().in(Category.WORKFLOW_INBOUND).named("execute").of("Report"));
        assertThat(sender(report)).isEqualTo("client updateSchedule");
    }

    private void assertReports(int count) {
        Calls reports =
                heddle.calls().in(Category.WORKFLOW_INBOUND).named("execute").of("Report");
        await().until(() -> reports.list().size() >= count);
        assertThat(reports.list()).hasSize(count).allSatisfy(report -> {
            assertThat(sender(report)).isEqualTo("client createSchedule");
            assertThat(report.result()).isEqualTo("report on yarn");
        });
    }
}

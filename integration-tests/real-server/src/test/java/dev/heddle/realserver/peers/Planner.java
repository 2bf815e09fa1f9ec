package dev.heddle.realserver.peers;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionExecution;
import io.temporal.client.schedules.ScheduleActionExecutionStartWorkflow;
import io.temporal.client.schedules.ScheduleActionResult;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleHandle;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.ScheduleSpec;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes a schedule, which starts a workflow at once. */
final class Planner {
    private Planner() {}

    /** Returns what the workflow does. */
    @SuppressWarnings("unchecked")
    static List<String> plan(WorkflowClient client, String type, String queue, String id, Object... arguments)
            throws InterruptedException {
        ScheduleHandle schedule = ScheduleClient.newInstance(client.getWorkflowServiceStubs())
                .createSchedule(
                        id,
                        Schedule.newBuilder()
                                .setAction(ScheduleActionStartWorkflow.newBuilder()
                                        .setWorkflowType(type)
                                        .setArguments(arguments)
                                        .setOptions(WorkflowOptions.newBuilder()
                                                .setTaskQueue(queue)
                                                .setWorkflowId(id)
                                                .build())
                                        .build())
                                .setSpec(ScheduleSpec.newBuilder().build())
                                .build(),
                        ScheduleOptions.newBuilder().setTriggerImmediately(true).build());
        ScheduleActionExecution started = started(schedule);
        schedule.delete();
        String workflow = ((ScheduleActionExecutionStartWorkflow) started).getWorkflowId();
        return client.newUntypedWorkflowStub(workflow).getResult(List.class);
    }

    private static ScheduleActionExecution started(ScheduleHandle schedule) throws InterruptedException {
        while (true) {
            List<ScheduleActionResult> actions = schedule.describe().getInfo().getRecentActions();
            if (!actions.isEmpty()) {
                return actions.get(0).getAction();
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}

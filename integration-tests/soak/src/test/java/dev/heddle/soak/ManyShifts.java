package dev.heddle.soak;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.util.ArrayList;
import java.util.List;

/** Shifts that are all on at once: {@code ManyShifts SHIFTS}. */
final class ManyShifts {
    private static final String QUEUE = "shifts";
    /** Numbers of a shift and of its calls. */
    private static final int CALLS = 6;

    private ManyShifts() {}

    public static void main(String[] arguments) {
        int shifts = Integer.parseInt(arguments[0]);
        TestEnvironmentOptions options =
                TestEnvironmentOptions.newBuilder().setUseTimeskipping(false).build();
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(options)) {
            Worker worker = environment.newWorker(QUEUE, ManyOrders.PATIENT);
            worker.registerWorkflowImplementationTypes(ShiftWorkflowImpl.class);
            worker.registerActivitiesImplementations(new Task.Performed());
            environment.start();
            List<ShiftWorkflow> begun = new ArrayList<>();
            for (int i = 0; i < shifts; i++) {
                begun.add(begin(environment.getWorkflowClient(), i * CALLS));
            }
            for (int i = 0; i < shifts; i++) {
                call(begun.get(i), i * CALLS);
            }
            begun.forEach(each -> WorkflowStub.fromTyped(each).getResult(ShiftWorkflow.Done.class));
            System.out.println(shifts + " shifts are over");
        }
        System.exit(0);
    }

    private static ShiftWorkflow begin(WorkflowClient client, int number) {
        for (int each = number; each < number + CALLS; each++) {
            Ledger.get().sent(each, Kind.ACTIVITY);
        }
        ShiftWorkflow shift = client.newWorkflowStub(
                ShiftWorkflow.class,
                WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
        WorkflowStub.fromTyped(shift).start(number, new ShiftWorkflow.Shift(List.of(number + 1), List.of(number + 2)));
        return shift;
    }

    private static void call(ShiftWorkflow shift, int number) {
        shift.signal(number + 3);
        shift.query(number + 4);
        shift.update(number + 5);
        shift.signal(ShiftWorkflow.OVER);
    }
}

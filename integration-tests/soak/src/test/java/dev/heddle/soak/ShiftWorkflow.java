package dev.heddle.soak;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;
import java.util.Map;

/** A workflow that has activities work, and lives until it is told that its shift is over. */
@WorkflowInterface
public interface ShiftWorkflow {
    /** Of a signal: the shift is over. */
    int OVER = -1;

    /** The numbers of the calls that it must make. */
    record Shift(List<Integer> activities, List<Integer> localActivities) {}

    /** What came of those, and the signals and updates that have reached it. */
    record Done(Map<Integer, Outcome> outcomes, List<Integer> effects) {}

    @WorkflowMethod
    Done work(int number, Shift shift);

    @SignalMethod
    void signal(int number);

    @QueryMethod
    int query(int number);

    @UpdateMethod
    int update(int number);
}

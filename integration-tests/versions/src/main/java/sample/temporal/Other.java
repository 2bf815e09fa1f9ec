package sample.temporal;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow that waits until it is told or cancelled. */
@WorkflowInterface
public interface Other {
    @WorkflowMethod
    String run();

    @SignalMethod
    void greet(String greeting);
}

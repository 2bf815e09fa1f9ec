package sample.temporal;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow that goes on where it can. */
@WorkflowInterface
public interface Scoped {
    @WorkflowMethod
    void run();

    @SignalMethod
    void go();
}

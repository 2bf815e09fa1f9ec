package sample.temporal;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow that goes to the {@link Desk}. */
@WorkflowInterface
public interface Visit {
    @WorkflowMethod
    void run();
}

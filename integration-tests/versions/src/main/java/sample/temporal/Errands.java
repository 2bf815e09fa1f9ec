package sample.temporal;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow that asks the SDK for whatever it has. */
@WorkflowInterface
public interface Errands {
    /** Asks for everything in the first run and continues as new; waits in the second to be told that this is the end. */
    @WorkflowMethod
    String run(boolean first);

    @SignalMethod
    void tell(String text);

    @QueryMethod
    String told();
}

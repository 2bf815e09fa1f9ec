package dev.heddle.realserver;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow that takes notes until it is told to close; its result is all of them. */
@WorkflowInterface
public interface Desk {
    @WorkflowMethod
    String open(String first);

    @SignalMethod
    void note(String text);

    @UpdateMethod
    int take(String text);

    @QueryMethod
    String notes();

    @SignalMethod
    void close();
}

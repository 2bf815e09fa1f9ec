package sample.temporal;

import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow that can be updated. Of SDK 1.20 and later. */
@WorkflowInterface
public interface Updated {
    @WorkflowMethod
    void run();

    @UpdateMethod
    String change(String text);

    /** Refuses an empty text. */
    @UpdateValidatorMethod(updateName = "change")
    void check(String text);
}

package dev.heddle.realserver;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow of three steps. */
@WorkflowInterface
public interface Weaving {
    @WorkflowMethod
    String weave(String pattern);

    @ActivityInterface
    interface Loom {
        @ActivityMethod
        String pass(String pattern, int number);
    }
}

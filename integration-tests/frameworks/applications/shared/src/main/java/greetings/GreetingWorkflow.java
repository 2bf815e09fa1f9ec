package greetings;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Writes a greeting. */
@WorkflowInterface
public interface GreetingWorkflow {
    String TASK_QUEUE = "greetings";

    /** Answers with the greeting. */
    @WorkflowMethod
    String greet(String name);
}

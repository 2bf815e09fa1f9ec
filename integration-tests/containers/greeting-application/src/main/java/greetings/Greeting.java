package greetings;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Greets somebody. */
@WorkflowInterface
public interface Greeting {

    @WorkflowMethod
    String greet(String name);
}

package acme.guest;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A visit, by a guest whose class comes from elsewhere. */
@WorkflowInterface
public interface Visits {
    @WorkflowMethod
    String visit(String name);

    @QueryMethod
    String state();
}

package ferry;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** The workflows, by their interfaces. */
public final class Trips {
    private Trips() {}

    /** Takes a car across. */
    @WorkflowInterface
    public interface Crossing {
        /** Answers the receipt. */
        @WorkflowMethod
        String cross(String car);
    }

    /** Takes a crossing back. */
    @WorkflowInterface
    public interface Refund {
        /** Answers what is paid back. */
        @WorkflowMethod
        int refund(String car);
    }

    /** Waits for the tide. */
    @WorkflowInterface
    public interface Tide {
        /** Answers for how long, in milliseconds. */
        @WorkflowMethod
        long tide(String name);
    }
}

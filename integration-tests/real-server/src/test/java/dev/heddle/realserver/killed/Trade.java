package dev.heddle.realserver.killed;

import io.nexusrpc.Operation;
import io.nexusrpc.Service;
import io.temporal.activity.ActivityInterface;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow with all that there is to trace, and with whom it has to do. */
@WorkflowInterface
public interface Trade {
    @WorkflowMethod
    String run(String endpoint, boolean first);

    @SignalMethod
    void ship();

    @UpdateMethod
    String change(String to);

    @UpdateValidatorMethod(updateName = "change")
    void check(String to);

    @QueryMethod
    String state();

    /** A child. */
    @WorkflowInterface
    interface Packing {
        @WorkflowMethod
        String pack();
    }

    /** What an operation of the desk begins. */
    @WorkflowInterface
    interface Delivery {
        @WorkflowMethod
        String deliver(String whom);
    }

    /** Activities; the first is called as a local one, the last is completed by the client. */
    @ActivityInterface
    interface Steps {
        String look();

        String charge();

        String fail();

        String receive();
    }

    /** One operation is answered at once, the other one when a workflow has ended. */
    @Service
    interface Desk {
        @Operation
        String serve(String whom);

        @Operation
        String deliver(String whom);
    }
}

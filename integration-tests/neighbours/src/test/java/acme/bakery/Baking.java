package acme.bakery;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Bakes. */
public final class Baking {
    private Baking() {}

    @WorkflowInterface
    public interface Careful {
        @WorkflowMethod
        String bake(String what);

        @QueryMethod
        String state();
    }

    @WorkflowInterface
    public interface Hasty {
        @WorkflowMethod
        String bakeInHaste(String what);
    }
}

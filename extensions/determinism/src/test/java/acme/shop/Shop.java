package acme.shop;

import io.temporal.activity.ActivityInterface;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A shop. */
public final class Shop {
    /** An order, from its beginning to its end. */
    @WorkflowInterface
    public interface Order {
        @WorkflowMethod
        String order(String what);

        @SignalMethod
        void pay(int amount);

        @UpdateMethod
        int add(int items);

        @UpdateValidatorMethod(updateName = "add")
        void checkAdd(int items);

        @QueryMethod
        String state();
    }

    /** What an order needs of the world. */
    @ActivityInterface
    public interface Stock {
        String take(String what);
    }

    private Shop() {}
}

package orders;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** One order, from the customer's click to the parcel on its way. */
@WorkflowInterface
public interface OrderWorkflow {

    @WorkflowMethod
    Receipt process(Order order);

    @QueryMethod
    OrderStatus status();

    /** Answers once the goods are reserved and the price is known. */
    @UpdateMethod
    Quote quote();

    @SignalMethod
    void addNote(String note);

    @SignalMethod
    void approve();

    @UpdateMethod
    String changeAddress(String address);

    @UpdateValidatorMethod(updateName = "changeAddress")
    void validateAddress(String address);
}

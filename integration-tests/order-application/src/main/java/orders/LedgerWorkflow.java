package orders;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A customer's loyalty points. */
@WorkflowInterface
public interface LedgerWorkflow {

    /** Answers the last page once the ledger is closed. */
    @WorkflowMethod
    LedgerPage keep(LedgerPage page);

    @QueryMethod
    int points();

    @SignalMethod
    void earn(String reason, int points);

    /** Answers what is left. */
    @UpdateMethod
    int redeem(int points);

    @UpdateValidatorMethod(updateName = "redeem")
    void validateRedeem(int points);

    @SignalMethod
    void close();

    static String idOf(String customer) {
        return "ledger-" + customer;
    }
}

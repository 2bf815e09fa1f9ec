package orders;

import io.temporal.activity.ActivityInterface;

/** Takes the customer's money. */
@ActivityInterface
public interface Payments {

    /** Charges the customer's card, once for each idempotency key. */
    Payment charge(String orderId, Quote price, String idempotencyKey);
}

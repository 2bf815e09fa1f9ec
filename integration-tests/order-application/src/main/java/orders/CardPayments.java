package orders;

import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Charges cards over a network that never answers the first time. */
final class CardPayments implements Payments {
    private static final Logger log = LoggerFactory.getLogger(CardPayments.class);

    @Override
    public Payment charge(String orderId, Quote price, String idempotencyKey) {
        int attempt = Activity.getExecutionContext().getInfo().getAttempt();
        log.info("charging {} for {}, attempt {}", price, orderId, attempt);
        if (attempt == 1) {
            throw ApplicationFailure.newFailure("The card network does not answer", "CardNetwork");
        }
        return new Payment("card-" + orderId, attempt);
    }
}

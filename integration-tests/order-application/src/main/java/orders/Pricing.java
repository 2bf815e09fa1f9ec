package orders;

import io.temporal.activity.ActivityInterface;

/** Knows what an order costs. */
@ActivityInterface
public interface Pricing {

    /** The price in cents. */
    int price(Order order);
}

package orders;

import io.temporal.activity.ActivityInterface;

/** Puts goods aside for an order. */
@ActivityInterface
public interface Warehouse {

    /** Answers how many pieces were put aside. */
    int reserve(Order order);

    void release(String orderId);
}

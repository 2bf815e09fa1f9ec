package orders;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A warehouse with endless shelves. */
final class ShelfWarehouse implements Warehouse {
    private static final Logger log = LoggerFactory.getLogger(ShelfWarehouse.class);

    @Override
    public int reserve(Order order) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        for (Order.Item item : order.items()) {
            log.info("reserving {} x {} for {}", item.quantity(), item.article(), order.id());
            context.heartbeat(item.article());
        }
        return order.pieces();
    }

    @Override
    public void release(String orderId) {
        log.info("releasing the goods of {}", orderId);
    }
}

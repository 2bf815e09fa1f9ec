package parcels;

import io.temporal.spring.boot.ActivityImpl;
import org.springframework.stereotype.Component;

/** A courier who knows where every parcel is. */
@Component
@ActivityImpl(taskQueues = DeliveryWorkflow.TASK_QUEUE)
public class BicycleCourier implements Courier {
    private final Shelf shelf;

    BicycleCourier(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public String carry(String parcel) {
        shelf.put(parcel, "at the door");
        return parcel + " delivered";
    }
}

package orders;

import io.temporal.activity.ActivityInterface;

/** Brings parcels to customers. */
@ActivityInterface
public interface Carrier {

    /** Answers the tracking number once the driver has collected the parcel. */
    String collect(String orderId, String address);
}

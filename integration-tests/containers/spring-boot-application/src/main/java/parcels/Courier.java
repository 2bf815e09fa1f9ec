package parcels;

import io.temporal.activity.ActivityInterface;

/** Carries parcels. */
@ActivityInterface
public interface Courier {

    /** Answers what has been done. */
    String carry(String parcel);
}

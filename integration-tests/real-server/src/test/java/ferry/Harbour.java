package ferry;

import io.temporal.activity.ActivityInterface;

/** What happens outside of the workflows. */
@ActivityInterface
public interface Harbour {
    /** Answers how heavy a car is. */
    int weigh(String car);

    /** Answers a receipt. */
    String pay(String car);

    /** Does it at once. */
    final class AtOnce implements Harbour {
        @Override
        public int weigh(String car) {
            return car.length();
        }

        @Override
        public String pay(String car) {
            return "paid for " + car;
        }
    }
}

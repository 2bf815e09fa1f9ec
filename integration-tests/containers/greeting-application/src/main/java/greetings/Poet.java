package greetings;

import io.temporal.activity.ActivityInterface;

/** Finds the words. */
@ActivityInterface
public interface Poet {

    String compose(String name);
}

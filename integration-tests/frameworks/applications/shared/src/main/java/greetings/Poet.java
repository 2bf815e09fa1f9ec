package greetings;

import io.temporal.activity.ActivityInterface;

/** Finds the words. */
@ActivityInterface
public interface Poet {

    /** Writes one line. */
    String write(String name);
}

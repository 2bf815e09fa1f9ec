package dev.heddle.differential;

import java.util.List;

/**
 * What the application does when a call gets to a place.
 *
 * @param after whether it does so when the rest of the way has returned
 * @param nth at which time it gets there, from 1 on, or 0 for each time
 */
record Hook(int call, Place place, Moment moment, boolean after, int nth, List<Step> steps) {
    @Override
    public String toString() {
        return (after ? "after " : "at ") + place + " " + moment + (nth == 0 ? "" : " #" + nth)
                + (call == 0 ? "" : " of call " + call);
    }
}

package dev.heddle.differential;

import java.util.List;

/** Finds what a script has done when a call gets to a place. Thread-safe. */
final class Hooks {
    /** One that causes itself would else end where the stack does, and where that is a script does not say. */
    private static final int MOST_TIMES = 50;

    private final Script script;
    private final int[] times;

    Hooks(Script script) {
        this.script = script;
        this.times = new int[script.setup().calls() * Place.values().length * Moment.values().length * 2];
    }

    /** The steps for this time, in order. */
    List<Step> next(int call, Place place, Moment moment, boolean after) {
        int slot = ((call * Place.values().length + place.ordinal()) * Moment.values().length + moment.ordinal()) * 2
                + (after ? 1 : 0);
        int nth;
        synchronized (times) {
            nth = ++times[slot];
        }
        return script.hooks().stream()
                .filter(hook -> hook.call() == call
                        && hook.place() == place
                        && hook.moment() == moment
                        && hook.after() == after
                        && (hook.nth() == nth || hook.nth() == 0 && nth <= MOST_TIMES))
                .flatMap(hook -> hook.steps().stream())
                .toList();
    }
}

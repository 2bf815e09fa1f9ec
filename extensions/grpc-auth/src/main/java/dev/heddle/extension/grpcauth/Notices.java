package dev.heddle.extension.grpcauth;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Tells the operator, in a line each as the agent writes them. No line has a token in it.
 *
 * @param extension the extension's name
 * @param refused which calls are refused while something is wrong
 */
record Notices(String extension, String refused) {
    /** Something is wrong, and what to do about it. */
    void refuses(String why) {
        say("ERROR", "refuses " + refused + ": " + why);
    }

    /** Something is to be known. */
    void tell(String what) {
        say("INFO", what);
    }

    private void say(String level, String what) {
        System.err.println(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + level + " heddle - extension "
                + extension + ' ' + what);
    }

    /** The full name of a setting. */
    String key(String key) {
        return "heddle.extension." + extension + '.' + key;
    }
}

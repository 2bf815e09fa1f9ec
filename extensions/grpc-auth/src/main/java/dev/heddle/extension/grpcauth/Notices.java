package dev.heddle.extension.grpcauth;

import dev.heddle.api.Settings;
import java.lang.System.Logger.Level;

/**
 * Tells the operator, in a line each that says which side it is about. No line has a token in it.
 *
 * @param side {@code server} or {@code client}
 * @param refused which calls are refused while something is wrong
 */
record Notices(Settings settings, String side, String refused) {
    /** Something is wrong, so that calls are refused, and what to do about it. */
    void refuses(String why) {
        say(Level.ERROR, "refuses " + refused + ": " + why);
    }

    /** Something is probably not meant so. */
    void warn(String what) {
        say(Level.WARNING, what);
    }

    /** Something is to be known. */
    void tell(String what) {
        say(Level.INFO, what);
    }

    /** So many tokens are too short. */
    void tooShort(String place, long count) {
        if (count > 0) {
            warn(place + " has " + count + (count == 1 ? " token" : " tokens") + " of fewer than " + Tokens.SHORTEST
                    + " characters, which can be guessed; make them as openssl rand -base64 32 does");
        }
    }

    private void say(Level level, String what) {
        settings.logger().log(level, side + ": " + what);
    }

    /** The full name of one of the side's settings. */
    String key(String key) {
        return "heddle.extension." + settings.extension() + '.' + side + '.' + key;
    }
}

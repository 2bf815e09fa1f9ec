package dev.heddle.agent.status;

import java.util.Locale;

/** Lengths of time in few characters. */
final class TimeText {
    private TimeText() {}

    /** Such as {@code 850 ns}, {@code 1.2 ms}, {@code 31 s}. */
    static String ofNanos(long nanos) {
        if (nanos < 1_000) {
            return nanos + " ns";
        }
        if (nanos < 1_000_000) {
            return number(nanos / 1e3) + " us";
        }
        return nanos < 1_000_000_000L ? number(nanos / 1e6) + " ms" : number(nanos / 1e9) + " s";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    }

    /** Such as {@code 45 s}, {@code 3 min}, {@code 26 h}, {@code 4 days}. */
    static String ofMillis(long millis) {
        long minutes = millis / 60_000;
        if (minutes < 2) {
            return millis / 1000 + " s";
        }
        if (minutes < 120) {
            return minutes + " min";
        }
        return minutes < 60 * 48 ? minutes / 60 + " h" : minutes / (60 * 24) + " days";
    }
}

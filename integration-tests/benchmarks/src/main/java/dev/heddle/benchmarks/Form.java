package dev.heddle.benchmarks;

import java.util.Locale;

/** How thorough a run is. Every form measures every arm. */
public enum Form {
    FULL,
    QUICK,
    /** As little as shows that everything runs: its figures mean nothing. */
    SMOKE;

    /** As the command line has it: {@code -Dquick}, {@code -Dquick=smoke} or neither. */
    static Form of(String quick) {
        return switch (quick.toLowerCase(Locale.ROOT)) {
            case "false" -> FULL;
            case "smoke" -> SMOKE;
            default -> QUICK;
        };
    }

    /** As many rounds, or of whatever. */
    public int pick(int full, int quick) {
        return this == FULL ? full : this == QUICK ? quick : 1;
    }

    /** As many seconds. */
    public double seconds(double full, double quick) {
        return this == FULL ? full : this == QUICK ? quick : quick / 2;
    }
}

package dev.heddle.differential;

/** What the number of a message stands for. */
final class Payload {
    private static final int LARGE = 100;
    private static final int UNREADABLE = 200;
    private static final int UNWRITABLE = 300;
    private static final int NULL = 400;
    private static final String LONG = "-".repeat(20_000);

    private Payload() {}

    /** Mostly a plain message of that number. */
    static int choose(Dice dice, int number) {
        if (dice.chance(0.93)) {
            return number;
        }
        return number + dice.oneOf(LARGE, LARGE, UNREADABLE, UNWRITABLE, NULL);
    }

    static String of(int number) {
        return switch (number / 100) {
            case 0 -> "m" + number;
            case 1 -> "large" + number + LONG;
            case 2 -> "unreadable" + number;
            case 3 -> "unwritable" + number;
            default -> null;
        };
    }

    /** As it is written into a trace. */
    static String show(Object message) {
        String text = String.valueOf(message);
        return text.length() > 100 ? text.substring(0, 10) + "…" + text.length() : text;
    }
}

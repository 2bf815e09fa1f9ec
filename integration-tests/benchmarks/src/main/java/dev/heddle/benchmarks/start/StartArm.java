package dev.heddle.benchmarks.start;

/** What a JVM is started with. */
enum StartArm {
    NONE,
    TRIVIAL,
    BY_HAND,
    TEN_BY_HAND,
    NO_EXTENSION,
    ONE_EXTENSION,
    TEN_EXTENSIONS;

    /** What Heddle is compared with in an application that it intercepts: as many interceptors by hand. */
    StartArm byHand() {
        return switch (this) {
            case ONE_EXTENSION -> BY_HAND;
            case TEN_EXTENSIONS -> TEN_BY_HAND;
            default -> NONE;
        };
    }

    /** How many there are of what it is named after. */
    int count() {
        return switch (this) {
            case BY_HAND, ONE_EXTENSION -> 1;
            case TEN_BY_HAND, TEN_EXTENSIONS -> 10;
            default -> 0;
        };
    }

    /** As the table names it. */
    String title() {
        return name().toLowerCase().replace('_', ' ');
    }
}

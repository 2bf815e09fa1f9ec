package dev.heddle.benchmarks.start;

import dev.heddle.benchmarks.report.Limit;
import dev.heddle.benchmarks.report.Unit;
import java.util.List;

/** What a JVM is started with. */
enum StartArm {
    NONE("none", 0),
    TRIVIAL("trivial agent", 0),
    BY_HAND("1 by hand", 1),
    TEN_BY_HAND("10 by hand", 10),
    NO_EXTENSION("Heddle, no extension", 0),
    ONE_EXTENSION("Heddle, 1 extension", 1),
    TEN_EXTENSIONS("Heddle, 10 extensions", 10),
    ARCHIVE("Heddle, 1 extension, archive", 1),
    OPENTELEMETRY("OpenTelemetry", 0),
    DATADOG("Datadog", 0),
    ELASTIC("Elastic", 0);

    private final String title;
    private final int count;

    StartArm(String title, int count) {
        this.title = title;
        this.count = count;
    }

    /** As the table names it. */
    String title() {
        return title;
    }

    /** How many interceptors or extensions there are. */
    int count() {
        return count;
    }

    boolean byHand() {
        return this == BY_HAND || this == TEN_BY_HAND;
    }

    /** Whether it is Heddle as it comes, which has limits. */
    boolean heddle() {
        return this == NO_EXTENSION || this == ONE_EXTENSION || this == TEN_EXTENSIONS;
    }

    /** Whether it is another project's agent. */
    boolean peer() {
        return compareTo(OPENTELEMETRY) >= 0;
    }

    /** What it is compared with in an application that has interceptors: as many by hand. */
    StartArm reference() {
        return switch (this) {
            case ONE_EXTENSION, ARCHIVE -> BY_HAND;
            case TEN_EXTENSIONS -> TEN_BY_HAND;
            default -> NONE;
        };
    }

    /** Heddle has limits, the others are there to compare. */
    List<Limit> limits(double mostCpu) {
        return heddle()
                ? List.of(
                        Limit.times(Unit.CPU_SECONDS, mostCpu),
                        Limit.told(Unit.SECONDS),
                        Limit.more(Unit.MEBIBYTES, 10))
                : List.of(Limit.told(Unit.CPU_SECONDS), Limit.told(Unit.SECONDS), Limit.toldMore(Unit.MEBIBYTES));
    }
}

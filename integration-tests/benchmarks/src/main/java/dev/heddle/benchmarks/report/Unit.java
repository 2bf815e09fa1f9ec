package dev.heddle.benchmarks.report;

/** What is measured. */
public enum Unit {
    NANOSECONDS("ns", 0.5),
    CPU_NANOSECONDS("ns CPU", 0.5),
    BYTES("B", 0.5),
    CPU_SECONDS("s CPU", 0),
    SECONDS("s", 0),
    MEBIBYTES("MiB", 0),
    CPU_MICROSECONDS("µs CPU", 0),
    CPU_MILLISECONDS("ms CPU", 0),
    KIBIBYTES("KiB", 0),
    PER_SECOND("per s", 0),
    P50("p50 µs", 0),
    P99("p99 µs", 0),
    P99_9("p99.9 µs", 0);

    private final String symbol;
    private final double resolution;

    Unit(String symbol, double resolution) {
        this.symbol = symbol;
        this.resolution = resolution;
    }

    /** A difference that cannot be told from none: of time two cycles of a processor, of bytes what rounding leaves. */
    double resolution() {
        return resolution;
    }

    @Override
    public String toString() {
        return symbol;
    }
}

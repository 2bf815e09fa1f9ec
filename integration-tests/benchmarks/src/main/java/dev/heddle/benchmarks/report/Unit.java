package dev.heddle.benchmarks.report;

/** What is measured. */
public enum Unit {
    NANOSECONDS("ns"),
    CPU_NANOSECONDS("ns CPU"),
    BYTES("B"),
    CPU_SECONDS("s CPU"),
    SECONDS("s"),
    MEBIBYTES("MiB");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    @Override
    public String toString() {
        return symbol;
    }
}

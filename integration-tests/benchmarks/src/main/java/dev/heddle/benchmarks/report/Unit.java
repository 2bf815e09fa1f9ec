package dev.heddle.benchmarks.report;

/** What is measured. */
public enum Unit {
    NANOSECONDS("ns"),
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

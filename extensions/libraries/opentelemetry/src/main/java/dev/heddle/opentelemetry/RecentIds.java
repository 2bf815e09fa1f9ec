package dev.heddle.opentelemetry;

/** The IDs of the last spans that may be told again: the last eight thousand, and up to twice as many. Thread-safe. */
final class RecentIds {
    private static final int GENERATION = 8_192;

    /** Neither gives up an ID: the older one is thrown away whole. */
    private SpanIds younger = new SpanIds();

    private SpanIds older = new SpanIds();

    /** Whether it is new here. */
    synchronized boolean add(String id) {
        long number = Long.parseUnsignedLong(id, 16);
        if (older.contains(number) || !younger.add(number)) {
            return false;
        }
        if (younger.size() == GENERATION) {
            older = younger;
            younger = new SpanIds();
        }
        return true;
    }
}

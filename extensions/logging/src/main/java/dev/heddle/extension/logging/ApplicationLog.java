package dev.heddle.extension.logging;

/** The application's own logging: a logger, and the map of texts (MDC) that its lines can show. Thread-safe. */
interface ApplicationLog {
    /** What it is, in words for a line of log. */
    String describe();

    /** Whether a line would be written, of a call that went well or as a warning. */
    boolean isOn(boolean warning);

    /** Writes one line. */
    void log(boolean warning, String line);

    /** The entry of this thread, or {@code null}. */
    String get(String key);

    /** Sets an entry of this thread. */
    void put(String key, String value);

    /** Removes an entry of this thread. */
    void remove(String key);
}

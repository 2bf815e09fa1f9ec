package dev.heddle.extension.determinism;

import java.util.Locale;

/** What a replay would do differently, by kind. */
enum Rule {
    /** The clock of this machine. */
    TIME,
    /** Random numbers and IDs. */
    RANDOM,
    /** Threads and executors that Temporal does not know. */
    THREADS,
    /** Waiting that Temporal does not know. */
    BLOCKING,
    /** Files, sockets, processes, databases. */
    IO,
    /** What differs from machine to machine. */
    ENVIRONMENT,
    /** Collections whose order differs per run of the JVM. */
    ORDER,
    /** What one run leaves to the next. */
    STATICS,
    /** A client of Temporal's inside a workflow. */
    CLIENT,
    /** Queries and validators that change what the workflow remembers, or ask for something. */
    READONLY;

    /** As settings and the table of calls name it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The rule of that name. */
    static Rule of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** Whether it is the library's own business, as long as no code of the application does it. */
    boolean ofApplicationAlone() {
        return this == ENVIRONMENT || this == ORDER || this == STATICS;
    }
}

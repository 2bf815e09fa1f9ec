package org.slf4j.simple;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * The simple logger with the time, in UTC, in front of each line. Its own is a {@code SimpleDateFormat}, which loads the
 * locale's data and takes about a tenth of what the agent costs at its start. In this package because the logger's
 * constructor is the package's.
 */
public final class TimedLogger extends SimpleLogger {
    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private TimedLogger(String name) {
        super(name);
    }

    /** Makes a logger, with the settings of {@code simplelogger.properties}. */
    public static TimedLogger named(String name) {
        lazyInit();
        return new TimedLogger(name);
    }

    @Override
    void write(StringBuilder line, Throwable failure) {
        super.write(line.insert(0, ' ').insert(0, TIME.format(Instant.now())), failure);
    }
}

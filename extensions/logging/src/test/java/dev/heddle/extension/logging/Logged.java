package dev.heddle.extension.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What one logger of Logback's is given, with the MDC that was there. */
final class Logged extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger logger;
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    Logged(String name) {
        logger = (Logger) LoggerFactory.getLogger(name);
        logger.setAdditive(false);
        logger.setLevel(Level.INFO);
        start();
        logger.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        event.getMDCPropertyMap();
        events.add(event);
    }

    List<ILoggingEvent> events() {
        return events;
    }

    /** The lines, with the level before and without what is never the same. */
    List<String> lines() {
        return events.stream()
                .map(event -> event.getLevel() + " "
                        + event.getMessage().replaceAll("(duration_ms\"?[=:])[0-9.]+", "$11.000"))
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(this);
    }
}

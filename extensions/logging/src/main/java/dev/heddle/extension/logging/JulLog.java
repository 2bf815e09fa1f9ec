package dev.heddle.extension.logging;

import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code java.util.logging}, which has no MDC. */
class JulLog implements ApplicationLog {
    private final Logger logger;

    JulLog(String name) {
        logger = Logger.getLogger(name);
    }

    @Override
    public String describe() {
        return "java.util.logging, whose lines cannot show more than they do";
    }

    @Override
    public boolean isOn(boolean warning) {
        return logger.isLoggable(level(warning));
    }

    @Override
    public void log(boolean warning, String line) {
        // With a source, because it would look for one on the stack.
        logger.logp(level(warning), logger.getName(), null, line);
    }

    private static Level level(boolean warning) {
        return warning ? Level.WARNING : Level.INFO;
    }

    @Override
    public String get(String key) {
        return null;
    }

    @Override
    public void put(String key, String value) {
        // There is no place for it.
    }

    @Override
    public void remove(String key) {
        // There is none.
    }
}

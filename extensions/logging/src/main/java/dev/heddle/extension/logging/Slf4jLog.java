package dev.heddle.extension.logging;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** SLF4J, with whatever is behind it. */
final class Slf4jLog implements ApplicationLog {
    private final Logger logger;

    Slf4jLog(String name) {
        logger = LoggerFactory.getLogger(name);
    }

    /** Whether something is behind it. */
    static boolean isThere() {
        return !LoggerFactory.getILoggerFactory().getClass().getName().endsWith("NOPLoggerFactory");
    }

    @Override
    public String describe() {
        return "SLF4J";
    }

    @Override
    public boolean isOn(boolean warning) {
        return warning ? logger.isWarnEnabled() : logger.isInfoEnabled();
    }

    @Override
    public void log(boolean warning, String line) {
        if (warning) {
            logger.warn(line);
        } else {
            logger.info(line);
        }
    }

    @Override
    public String get(String key) {
        return MDC.get(key);
    }

    @Override
    public void put(String key, String value) {
        MDC.put(key, value);
    }

    @Override
    public void remove(String key) {
        MDC.remove(key);
    }
}

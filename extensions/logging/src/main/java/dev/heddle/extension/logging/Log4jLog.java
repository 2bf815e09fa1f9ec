package dev.heddle.extension.logging;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.ThreadContext;

/** Log4j 2, for an application that has no SLF4J before it. */
final class Log4jLog implements ApplicationLog {
    private final Logger logger;

    Log4jLog(String name) {
        logger = LogManager.getLogger(name);
    }

    @Override
    public String describe() {
        return "Log4j 2";
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
        return ThreadContext.get(key);
    }

    @Override
    public void put(String key, String value) {
        ThreadContext.put(key, value);
    }

    @Override
    public void remove(String key) {
        ThreadContext.remove(key);
    }
}

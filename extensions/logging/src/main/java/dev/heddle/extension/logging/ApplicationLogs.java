package dev.heddle.extension.logging;

import java.util.logging.LogManager;

/**
 * Finds the application's logging. SLF4J stands before the others, because Temporal's SDK logs through it and its MDC is
 * the one of whatever is behind it. The classes are the application's: none is in the extension's JAR.
 */
final class ApplicationLogs {
    private static final String JBOSS = "org.jboss.logmanager.LogManager";

    private ApplicationLogs() {}

    /**
     * The one of that name, or with {@code auto} the first that the application has.
     *
     * @throws IllegalArgumentException if there is none of that name, or the application has not got it
     */
    static ApplicationLog of(String api, String logger) {
        try {
            return switch (api) {
                case "auto" -> found(logger);
                case "slf4j" -> new Slf4jLog(logger);
                case "log4j" -> new Log4jLog(logger);
                case "jboss" -> new JbossLog(logger);
                case "jul" -> new JulLog(logger);
                default ->
                    throw new IllegalArgumentException(
                            "no logging is called '" + api + "': api is auto, slf4j, log4j, jboss or jul");
            };
        } catch (LinkageError absent) {
            throw new IllegalArgumentException(
                    "api is " + api + ", which the application has not got: " + absent, absent);
        }
    }

    private static ApplicationLog found(String logger) {
        if (isThere("org.slf4j.LoggerFactory") && Slf4jLog.isThere()) {
            return new Slf4jLog(logger);
        }
        // The API alone would complain on stderr that it has nothing behind it.
        if (isThere("org.apache.logging.log4j.core.LoggerContext")
                && isThere("org.apache.logging.log4j.ThreadContext")) {
            return new Log4jLog(logger);
        }
        if (LogManager.getLogManager().getClass().getName().equals(JBOSS) && isThere("org.jboss.logmanager.MDC")) {
            return new JbossLog(logger);
        }
        return new JulLog(logger);
    }

    private static boolean isThere(String className) {
        try {
            Class.forName(className, false, ApplicationLogs.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}

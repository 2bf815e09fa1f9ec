package dev.heddle.agent.log;

import org.slf4j.Logger;
import org.slf4j.simple.TimedLogger;

/** The agent's one logger, on stderr, set up by the agent's own {@code simplelogger.properties}. */
public final class AgentLog {
    private static final Logger LOG = open();

    private AgentLog() {}

    /** The logger. The first call sets SLF4J up, so a JVM without Temporal and gRPC never makes it. */
    public static Logger get() {
        return LOG;
    }

    /**
     * Logs an error, for the rooms next to a library: SLF4J's types are the application's there, so that none of the
     * agent's may be named.
     */
    public static void error(String message, Object... details) {
        LOG.error(message, details);
    }

    /** Logs a warning, for the same rooms. */
    public static void warn(String message, Object... details) {
        LOG.warn(message, details);
    }

    /**
     * Made without SLF4J's look-up of a provider, which heeds the system properties of the application. The simple
     * logger looks for its settings through the thread, which is the application's too.
     */
    private static Logger open() {
        Thread thread = Thread.currentThread();
        ClassLoader application = thread.getContextClassLoader();
        thread.setContextClassLoader(AgentLog.class.getClassLoader());
        try {
            return TimedLogger.named("heddle");
        } finally {
            thread.setContextClassLoader(application);
        }
    }
}

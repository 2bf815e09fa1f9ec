package dev.heddle.differential;

import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Writes what the library logs into the trace of the script that is played, for its user sees that too. */
final class Logs extends Handler {
    /** Held, for the library's loggers are weakly reachable only. */
    private static final Logger ROOT = Logger.getLogger("");

    private volatile Trace trace;

    private Logs() {}

    static Logs install() {
        LogManager.getLogManager().reset();
        Logs logs = new Logs();
        ROOT.addHandler(logs);
        return logs;
    }

    /** From now on what is logged belongs to this trace. */
    void to(Trace next) {
        trace = next;
    }

    @Override
    public void publish(LogRecord entry) {
        Trace current = trace;
        String logger = String.valueOf(entry.getLoggerName());
        // The garbage collector tells of what it finds at a time of its own.
        if (current == null
                || !logger.startsWith("io.grpc")
                || logger.contains("OrphanWrapper")
                || logger.contains("ResourceLeakDetector")) {
            return;
        }
        Throwable thrown = entry.getThrown();
        current.add(
                "log",
                entry.getLevel() + " " + logger.substring(logger.lastIndexOf('.') + 1) + ": "
                        + Describe.clean(entry.getMessage())
                        + (thrown == null ? "" : " " + Describe.thrown(thrown)));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}

package dev.heddle.extension.logging;

import static dev.heddle.api.Selector.INBOUND;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import java.lang.System.Logger.Level;

/** Writes a line per call, and has the application's own lines tell what call they belong to: see the README. */
public final class Logging implements Extension {
    private static final int AFTER_THOSE_THAT_TRACE = 1_000;

    /** Lines and the MDC change nothing that a workflow does. */
    @Override
    public boolean onlyObservesWorkflows() {
        return true;
    }

    /** A trace that another extension begins is to be current when this one looks. */
    @Override
    public int order() {
        return AFTER_THOSE_THAT_TRACE;
    }

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        ApplicationLog log = ApplicationLogs.of(settings.get("api", "auto"), settings.get("logger", "heddle.calls"));
        CurrentTrace trace = CurrentTrace.ofApplication();
        MdcEntries entries = MdcEntries.of(settings, log, trace);
        Lines.of(settings, log, trace).register(interceptors);
        if (!entries.isEmpty()) {
            interceptors.on(INBOUND.except("temporal.api.*"), call -> {
                call.scope(entries.of(call));
                return call.proceed();
            });
        }
        warm(entries);
        settings.logger().log(Level.INFO, "lines go to " + log.describe());
    }

    /** Loads now what the first call would load on a workflow's thread, which Temporal gives one second. */
    private static void warm(MdcEntries entries) {
        new Line(true)
                .with("name", "a value")
                .with("number", 1)
                .withMillis("time", 1)
                .text();
        Failures.cause(new IllegalStateException());
        AutoCloseable none = entries.open(new String[entries.keys.length], null);
        if (none != null || CallLine.class.isInstance(MdcScope.class) || MdcBefore.class.isInterface()) {
            throw new IllegalStateException("a call without values has entries");
        }
    }
}

package dev.heddle.opentelemetry;

import java.lang.System.Logger.Level;

/** Chooses who records when the first value comes, and sees to it that the bundled SDK is there by then. Thread-safe. */
final class Recorders {
    static final String CHOICE = "Heddle records with {0}";

    private final System.Logger log = System.getLogger(Telemetry.class.getName());
    private final BundledStart bundled = new BundledStart(log);
    private boolean choseBundled;
    private volatile Recorder chosen;

    /** Starts the bundled SDK, if it will be asked for as far as can be seen now. */
    void prepare() {
        if (chosen == null && BundledSdk.isWanted() && !GlobalTelemetry.isSet()) {
            bundled.begin();
        }
    }

    /** Who records; {@code null} while it is the bundled SDK and that starts. */
    Recorder chosen() {
        return chosen == null ? choose() : chosen;
    }

    private synchronized Recorder choose() {
        if (chosen == null && choseBundled) {
            chosen = bundled.started();
        } else if (chosen == null && GlobalTelemetry.isSet()) {
            bundled.close();
            log.log(Level.INFO, CHOICE, "the application's OpenTelemetry");
            chosen = Recorder.of(GlobalTelemetry.get());
        } else if (chosen == null && BundledSdk.isWanted()) {
            bundled.begin();
            choseBundled = true;
            chosen = bundled.started();
        } else if (chosen == null) {
            log.log(Level.INFO, CHOICE, "nothing: no global OpenTelemetry or OTEL_* endpoint is set");
            chosen = Recorder.NOTHING;
        }
        return chosen;
    }

    /** Does something when the bundled SDK has started. */
    void later(Runnable work) {
        bundled.later(work);
    }

    /** Ends the bundled SDK, which exports what it has. */
    void close() {
        bundled.close();
        bundled.awaitEnd();
    }
}

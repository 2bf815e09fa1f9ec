package dev.heddle.opentelemetry;

import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** Chooses who records when the first value comes, and sees to it that the bundled SDK is there by then. Thread-safe. */
final class Recorders {
    static final String CHOICE = "Heddle records with {0}";

    private final System.Logger log = System.getLogger(Telemetry.class.getName());
    private final BundledStart bundled = new BundledStart(log);
    private boolean choseBundled;
    private Recorder chosen;

    /** Starts the bundled SDK, if it will be asked for as far as can be seen now. */
    synchronized void prepare() {
        if (chosen == null && BundledSdk.isWanted() && !GlobalTelemetry.isSet()) {
            bundled.begin();
        }
    }

    /** Does something with who records: now, or with the bundled SDK on its thread when it has started. */
    void first(Consumer<Recorder> work) {
        Recorder recorder = chosen();
        if (recorder != null) {
            work.accept(recorder);
        } else {
            bundled.later(() -> work.accept(bundled.started()));
        }
    }

    /** Who records; {@code null} for the bundled SDK. */
    private synchronized Recorder chosen() {
        if (choseBundled || chosen != null) {
            return chosen;
        }
        if (GlobalTelemetry.isSet()) {
            bundled.close();
            log.log(Level.INFO, CHOICE, "the application's OpenTelemetry");
            chosen = Recorder.of(GlobalTelemetry.get());
        } else if (BundledSdk.isWanted()) {
            bundled.begin();
            choseBundled = true;
        } else {
            log.log(Level.INFO, CHOICE, "nothing: no global OpenTelemetry or OTEL_* endpoint is set");
            chosen = Recorder.NOTHING;
        }
        return chosen;
    }

    /** Ends the bundled SDK, which exports what it has. */
    void close() {
        bundled.close();
        bundled.awaitEnd();
    }
}

package dev.heddle.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.DoubleHistogram;
import java.time.Duration;
import java.time.Instant;

/**
 * The OpenTelemetry that an extension records with; to be bundled in its JAR together with the manifest entry
 * {@code Heddle-Application-First: io.opentelemetry.}
 *
 * <ul>
 *   <li>Where the application, or another agent for it, has set the global OpenTelemetry, it is that one.
 *   <li>Otherwise it is a bundled SDK, if the environment variable {@code OTEL_METRICS_EXPORTER} ({@code otlp} or
 *       {@code console}), {@code OTEL_EXPORTER_OTLP_ENDPOINT} or {@code OTEL_EXPORTER_OTLP_METRICS_ENDPOINT}, or the
 *       system property of that name, asks for one. All the standard variables apply. OTLP goes over HTTP.
 *   <li>Otherwise nothing is recorded.
 * </ul>
 *
 * <p>The first value that is recorded chooses, for good, and a line in the log of {@link System.Logger} says what; so
 * histograms may be made in {@code register}, before the application has set up its own. Nothing here sets the global
 * OpenTelemetry, or asks for it before it is set, which would forbid the application to set it. Thread-safe.
 */
public final class Telemetry {
    private static final String CHOICE = "Heddle records with {0}";

    private Telemetry() {}

    /**
     * A histogram of durations in seconds, in buckets from 5 ms to a day.
     *
     * @param scope who records, such as the extension's name
     * @param name the histogram's name
     */
    public static DoubleHistogram durations(String scope, String name) {
        return new LazyHistogram(() -> Chosen.RECORDER.durations(scope, name));
    }

    /** What such a histogram records: seconds, and 0 where a difference between clocks makes it less. */
    public static double seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toNanos() / 1e9);
    }

    /** Who records. */
    private interface Recorder {
        DoubleHistogram durations(String scope, String name);
    }

    private static final class Chosen {
        static final Recorder RECORDER = choose(System.getLogger(Telemetry.class.getName()));

        private static Recorder choose(System.Logger log) {
            if (GlobalTelemetry.isSet()) {
                log.log(System.Logger.Level.INFO, CHOICE, "the application's OpenTelemetry");
                return of(GlobalTelemetry.get());
            }
            if (!BundledSdk.isWanted()) {
                log.log(System.Logger.Level.INFO, CHOICE, "nothing: no global OpenTelemetry or OTEL_* endpoint is set");
                return of(OpenTelemetry.noop());
            }
            try {
                Recorder bundled = BundledSdk.start()::durations;
                log.log(System.Logger.Level.INFO, CHOICE, "its own OpenTelemetry, as the OTEL_* variables say");
                return bundled;
            } catch (ReflectiveOperationException | RuntimeException unfit) {
                log.log(System.Logger.Level.WARNING, CHOICE, "nothing: " + reason(unfit));
                return of(OpenTelemetry.noop());
            }
        }

        private static Recorder of(OpenTelemetry telemetry) {
            return (scope, name) -> Durations.histogram(telemetry, scope, name);
        }

        private static String reason(Throwable failure) {
            return failure.getCause() == null ? failure.getMessage() : reason(failure.getCause());
        }
    }
}

package dev.heddle.opentelemetry;

import java.lang.System.Logger.Level;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Starts the bundled SDK on a thread of its own, because that takes up to two seconds which no activity is to wait for.
 * The thread goes when there is nothing to do. Thread-safe.
 */
final class BundledStart {
    /** Heddle itself waits for five when the JVM ends. */
    private static final int SECONDS_AT_THE_END = 30;

    private final System.Logger log;
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), BundledStart::daemon);
    private BundledSdk sdk;
    private boolean begun;
    private volatile Recorder started;

    BundledStart(System.Logger log) {
        this.log = log;
        thread.allowCoreThreadTimeOut(true);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "heddle-opentelemetry");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins, if nobody has. */
    synchronized void begin() {
        if (!begun) {
            begun = true;
            later(this::start);
        }
    }

    private void start() {
        try {
            sdk = BundledSdk.start();
            started = sdk;
            log.log(Level.INFO, Recorders.CHOICE, "its own OpenTelemetry, as the OTEL_* variables say");
        } catch (ReflectiveOperationException | RuntimeException | LinkageError unfit) {
            log.log(Level.WARNING, Recorders.CHOICE, "nothing: " + reason(unfit));
            started = Recorder.NOTHING;
        }
    }

    /** Who records with it, once it has started. */
    Recorder started() {
        return started;
    }

    /** Does something when it has started, one after the other. */
    void later(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException closed) {
            // Then nobody hears of it any more.
        }
    }

    /** Ends it when what is to be done has been done; it exports what it has. */
    void close() {
        later(this::end);
        thread.shutdown();
    }

    private void end() {
        if (sdk != null) {
            sdk.close();
        }
    }

    /** Waits for the end, but not for long. */
    void awaitEnd() {
        try {
            thread.awaitTermination(SECONDS_AT_THE_END, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    static String reason(Throwable failure) {
        return failure.getCause() == null ? failure.getMessage() : reason(failure.getCause());
    }
}

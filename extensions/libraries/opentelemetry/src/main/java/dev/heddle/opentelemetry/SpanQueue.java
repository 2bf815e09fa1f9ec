package dev.heddle.opentelemetry;

import io.opentelemetry.api.trace.SpanKind;
import java.lang.System.Logger.Level;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Spans that are over, on their way to an SDK: the application's where the global OpenTelemetry is set, and otherwise a
 * bundled one, if the standard variables ask for it by {@code OTEL_TRACES_EXPORTER}, {@code OTEL_EXPORTER_OTLP_ENDPOINT} or
 * {@code OTEL_EXPORTER_OTLP_TRACES_ENDPOINT}. They are made on a thread of this queue's own, so that nobody waits: what does
 * not fit is dropped, counted, and said now and then. Thread-safe.
 */
public final class SpanQueue implements AutoCloseable, Runnable {
    static final String SCOPE = "dev.heddle.tracing";

    private static final int CAPACITY = 8_192;
    private static final int SECONDS_AT_THE_END = 4;
    private static final long START_MILLIS = 5_000;
    private static final long EXPORT_MILLIS = 1_000;
    private static final long ASK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final System.Logger log;
    private final SpanOverrides overrides;
    private final BlockingQueue<FinishedSpan> spans = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong dropped = new AtomicLong();
    /** Of spans that may be told again; used on the queue's thread. */
    private final RecentIds made = new RecentIds();

    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), SpanQueue::daemon);
    private final SharedExport export = new SharedExport(thread, this::exportNow);
    private final AtomicBoolean atWork = new AtomicBoolean();
    private final boolean bundledIsWanted = BundledSdk.isWanted("traces");
    private volatile SpanTarget target;
    private volatile boolean recording;
    private volatile boolean unfit;
    private volatile long askAgainAt = System.nanoTime();

    /**
     * An empty one. If the global OpenTelemetry is set, it is that; otherwise the SDK is chosen, or started, with the first
     * span.
     *
     * @param code gives the code of a workflow that runs on the thread at hand, or {@code null}: the spans that it makes
     *     itself with the application's SDK are not repeated by replay
     */
    public SpanQueue(System.Logger log, Supplier<? extends WorkflowCode> code) {
        this.log = log;
        this.overrides = new SpanOverrides(code);
        thread.allowCoreThreadTimeOut(true);
        if (GlobalTelemetry.isSet()) {
            choose();
        }
    }

    /** Goes when there is nothing to do: one that stays would keep an application that is gone. */
    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "heddle-tracing");
        thread.setDaemon(true);
        return thread;
    }

    /** Whether anybody records spans; if not it is of no use to begin any. */
    public boolean isRecording() {
        if (recording) {
            return true;
        }
        if (unfit || System.nanoTime() - askAgainAt < 0) {
            return false;
        }
        askAgainAt = System.nanoTime() + ASK_AGAIN_NANOS;
        boolean global = GlobalTelemetry.isSet();
        recording = bundledIsWanted || global;
        if (global) {
            // So that it knows of workflow code before that makes spans.
            wake();
        }
        return recording;
    }

    /** Whether a trace is sampled that begins with such a span. Before there is an SDK to ask it is. */
    public boolean samples(String traceId, String name, SpanKind kind) {
        SpanTarget asked = target;
        return asked == null || asked.samples(traceId, name, kind);
    }

    /** Takes a span; one that is not sampled goes nowhere. */
    public void add(FinishedSpan span) {
        if (span.context().isSampled()) {
            if (!spans.offer(span)) {
                dropped.incrementAndGet();
            }
            wake();
        }
    }

    private void wake() {
        if (!atWork.get() && atWork.compareAndSet(false, true)) {
            try {
                thread.execute(this);
            } catch (RejectedExecutionException closed) {
                // Then nobody hears of it any more.
            }
        }
    }

    @Override
    public void run() {
        choose();
        for (FinishedSpan span = spans.poll(); span != null; span = spans.poll()) {
            make(span);
        }
        sayDropped();
        atWork.set(false);
        if (!spans.isEmpty()) {
            wake();
        }
    }

    /** What an SDK of the application throws is its own, and costs that span. */
    private void make(FinishedSpan span) {
        if (target == null || span.repeatable() && !made.add(span.context().getSpanId())) {
            return;
        }
        try {
            target.make(span);
        } catch (RuntimeException | LinkageError failure) {
            dropped.incrementAndGet();
        }
    }

    private synchronized void choose() {
        if (target != null || unfit || !isRecording()) {
            return;
        }
        try {
            target = GlobalTelemetry.isSet() ? ofApplication() : new BundledTarget();
            if (target != null) {
                log.log(
                        Level.INFO,
                        "spans go to "
                                + (target instanceof BundledTarget
                                        ? "its own OpenTelemetry, as the OTEL_* variables say"
                                        : "the application's OpenTelemetry"));
                return;
            }
            refuse("the application's global OpenTelemetry is no SDK that takes chosen span IDs");
        } catch (ReflectiveOperationException | RuntimeException | LinkageError failure) {
            refuse(BundledStart.reason(failure));
        }
    }

    private SpanTarget ofApplication() {
        SdkInside inside = SdkInside.of(GlobalTelemetry.get().getTracerProvider(), overrides);
        if (inside != null && !inside.whole()) {
            log.log(
                    Level.WARNING,
                    "spans that workflow code makes itself are repeated on replay: this version of OpenTelemetry's SDK"
                            + " keeps its parts elsewhere");
        }
        return inside == null ? null : new SpanMaker(GlobalTelemetry.get(), SCOPE, inside);
    }

    private void refuse(String reason) {
        unfit = true;
        recording = false;
        log.log(Level.WARNING, "no spans are recorded: " + reason);
    }

    private void sayDropped() {
        long lost = dropped.getAndSet(0);
        if (lost > 0) {
            log.log(Level.WARNING, lost + " spans were dropped, because the SDK did not take them in time");
        }
    }

    /**
     * Waits until what has been added on this thread is exported, for a second at most, or five where the SDK has not started yet;
     * after a failure for ten seconds not at all. Never on a workflow's thread.
     *
     * @return whether it is
     */
    public boolean export() {
        return !isRecording() || export.await(target == null ? START_MILLIS : EXPORT_MILLIS);
    }

    private boolean exportNow() {
        run();
        return target != null && target.export(EXPORT_MILLIS);
    }

    /** Hands on what is there, exports it, and ends; for some seconds at most. */
    @Override
    public void close() {
        thread.execute(this::end);
        thread.shutdown();
        try {
            thread.awaitTermination(SECONDS_AT_THE_END, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        run();
        if (target != null) {
            target.close();
        }
    }
}

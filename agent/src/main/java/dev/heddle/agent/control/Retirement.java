package dev.heddle.agent.control;

import dev.heddle.agent.assemble.extension.OpenExtension;
import dev.heddle.agent.log.AgentLog;
import dev.heddle.agent.settings.AgentSetting;
import dev.heddle.agent.settings.AgentSettings;
import dev.heddle.agent.status.Status;
import java.lang.instrument.Instrumentation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Extensions that have been taken out of the chains: calls that began with them finish with them, and then they close.
 * That the last has left is the garbage collector's to find, for a call that were counted would cost more than all else
 * that Heddle does for it; who does not want to wait for that has them closed after {@code heddle.close.delay}.
 * Thread-safe.
 */
final class Retirement {
    private static final int POLL_MILLIS = 20;

    /** How long the threads of an extension that has closed have to end. */
    private static final Duration LAST_STEPS = Duration.ofSeconds(1);

    private final AgentSettings settings;
    private final Instrumentation instrumentation;
    private final List<OpenExtension> leaving = new ArrayList<>();
    private final List<LeftThreads> left = new ArrayList<>();

    Retirement(AgentSettings settings, Instrumentation instrumentation) {
        this.settings = settings;
        this.instrumentation = instrumentation;
    }

    /** Closes them when their time has come, on a thread of its own. */
    void begin(List<OpenExtension> extensions) {
        List<OpenExtension> open = new ArrayList<>();
        for (OpenExtension extension : extensions) {
            if (extension.isOpen()) {
                open.add(extension);
            }
        }
        if (open.isEmpty()) {
            return;
        }
        synchronized (leaving) {
            leaving.addAll(open);
        }
        long delay = delay().toNanos();
        AgentThread.of("heddle-retire", () -> close(open, System.nanoTime() + delay))
                .start();
    }

    /** How long an extension waits at most for calls that began with it. */
    Duration delay() {
        return settings.duration(AgentSetting.CLOSE_DELAY);
    }

    /** Those that wait to be closed. */
    List<OpenExtension> leaving() {
        synchronized (leaving) {
            return new ArrayList<>(leaving);
        }
    }

    /** The threads that extensions have left when they closed, and that run on. */
    List<Status.LeftThreads> leftThreads() {
        List<Status.LeftThreads> now = new ArrayList<>();
        synchronized (left) {
            left.removeIf(each -> each.now() == null);
            for (LeftThreads each : left) {
                now.add(each.now());
            }
        }
        return now;
    }

    private void close(List<OpenExtension> open, long end) {
        List<OpenExtension> waiting = new ArrayList<>(open);
        ExtensionThreads threads = new ExtensionThreads(instrumentation);
        Map<Thread, StackTraceElement[]> running = Thread.getAllStackTraces();
        Map<OpenExtension, Set<Thread>> before = new IdentityHashMap<>();
        for (OpenExtension extension : open) {
            before.put(extension, unknown(threads.of(extension.loader(), running)));
        }
        List<LeftThreads> ending = new ArrayList<>();
        while (!waiting.isEmpty() || !ending.isEmpty()) {
            boolean over = System.nanoTime() - end >= 0;
            List<OpenExtension> due = new ArrayList<>();
            for (OpenExtension extension : waiting) {
                if (over || extension.isLeft() || !extension.isOpen()) {
                    due.add(extension);
                }
            }
            waiting.removeAll(due);
            ExtensionCloser.close(due);
            synchronized (leaving) {
                leaving.removeAll(due);
            }
            if (!due.isEmpty()) {
                running = ExtensionThreads.running();
            }
            for (OpenExtension extension : due) {
                Set<Thread> own = before.remove(extension);
                own.addAll(threads.of(extension.loader(), running));
                long last = System.nanoTime() + LAST_STEPS.toNanos();
                ending.add(new LeftThreads(extension.jar().title(), own, last));
            }
            ending.removeIf(this::isSettled);
            if (!waiting.isEmpty() || !ending.isEmpty()) {
                pause();
            }
        }
    }

    /** Without those of a former version, which have been named. */
    private Set<Thread> unknown(Set<Thread> threads) {
        synchronized (left) {
            for (LeftThreads each : left) {
                each.removeFrom(threads);
            }
        }
        return threads;
    }

    /** Whether they have ended, or had their time, after which a line names them. */
    private boolean isSettled(LeftThreads threads) {
        Status.LeftThreads now = threads.now();
        if (now == null) {
            return true;
        }
        if (!threads.isOver()) {
            return false;
        }
        synchronized (left) {
            left.add(threads);
        }
        AgentLog.get().warn("extension {}; have its close() end them, for they keep its classes", now.line());
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException nobodyInterruptsIt) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.heddle.agent.control;

import dev.heddle.agent.assemble.extension.OpenExtension;
import dev.heddle.agent.settings.AgentSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Extensions that have been taken out of the chains: calls that began with them finish with them, and then they close.
 * That the last has left is the garbage collector's to find, for a call that were counted would cost more than all else
 * that Heddle does for it; who does not want to wait for that has them closed after {@code heddle.close.delay}.
 * Thread-safe.
 */
final class Retirement {
    private static final Duration DELAY = Duration.ofSeconds(10);
    private static final int POLL_MILLIS = 20;

    private final AgentSettings settings;
    private final List<OpenExtension> leaving = new ArrayList<>();

    Retirement(AgentSettings settings) {
        this.settings = settings;
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
        return settings.duration("close.delay", DELAY);
    }

    /** Those that wait to be closed. */
    List<OpenExtension> leaving() {
        synchronized (leaving) {
            return new ArrayList<>(leaving);
        }
    }

    private void close(List<OpenExtension> open, long end) {
        List<OpenExtension> waiting = new ArrayList<>(open);
        while (!waiting.isEmpty()) {
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
            if (!waiting.isEmpty()) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException nobodyInterruptsIt) {
            Thread.currentThread().interrupt();
        }
    }
}

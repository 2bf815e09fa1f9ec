package dev.heddle.agent.call;

import dev.heddle.agent.log.AgentLog;
import dev.heddle.api.Operation;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.slf4j.Logger;

/**
 * Counts the accidents of one extension, logs the first, and switches the extension off at the last. Thread-safe; the
 * one thing that a healthy call asks of it is a volatile read.
 */
public final class ExtensionHealth {
    private static final Logger LOG = AgentLog.get();

    private final String name;
    private final boolean failClosed;
    private final int limit;
    private final BiConsumer<Operation, Throwable> listener;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean off;

    /** A healthy extension whose accidents only the log is told of. */
    public ExtensionHealth(String name, boolean failClosed, int limit) {
        this(name, failClosed, limit, (operation, failure) -> {});
    }

    /**
     * A healthy extension.
     *
     * @param failClosed whether it guards: then it is never switched off
     * @param limit the number of accidents that switch it off
     * @param listener is told of each accident
     */
    public ExtensionHealth(String name, boolean failClosed, int limit, BiConsumer<Operation, Throwable> listener) {
        this.name = name;
        this.failClosed = failClosed;
        this.limit = limit;
        this.listener = listener;
    }

    /** Whether it is switched off. */
    public boolean off() {
        return off;
    }

    /** Whether it guards. */
    public boolean failClosed() {
        return failClosed;
    }

    /** The extension's name. */
    public String name() {
        return name;
    }

    /** Takes note of an accident; {@code what} becomes of the call ends the line in the log. */
    public void failed(Operation operation, String what, Throwable failure) {
        int count = failures.incrementAndGet();
        if (count == 1) {
            LOG.error(
                    "extension {} failed in {} and {}; further failures are counted{}",
                    name,
                    operation,
                    what,
                    failClosed ? "" : ", and the " + ordinal(limit) + " switches it off",
                    failure);
        }
        if (!failClosed && count >= limit && !off) {
            off = true;
            LOG.error("extension {} is switched off after {} failures, the last: {}", name, count, failure.toString());
        }
        tell(operation, failure);
    }

    private void tell(Operation operation, Throwable failure) {
        try {
            listener.accept(operation, failure);
        } catch (Exception | LinkageError another) {
            LOG.debug("extension {} failed when it was told of its failure", name, another);
        }
    }

    private static String ordinal(int number) {
        String suffix = number % 100 / 10 == 1
                ? "th"
                : switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return number + suffix;
    }
}

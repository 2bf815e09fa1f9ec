package dev.heddle.agent.call;

import dev.heddle.agent.log.AgentLog;
import dev.heddle.api.Operation;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;

/**
 * Counts the accidents of one extension, logs each cause of them once, and switches the extension off at the last of those
 * that {@linkplain Rules#counts count}. Thread-safe; the one thing that a healthy call asks of it is a volatile read.
 */
public final class ExtensionHealth {
    private static final Logger LOG = AgentLog.get();
    private static final int MOST_CAUSES = 8;
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final String name;
    private final boolean failClosed;
    private final int limit;
    private final BiConsumer<Operation, Throwable> listener;
    private final UnaryOperator<String> masking;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger counted = new AtomicInteger();
    private final Set<String> causes = ConcurrentHashMap.newKeySet();
    private final Tally tally = new Tally();
    private final Duration retry;
    private final boolean required;
    /** While it is switched off. */
    private volatile Trials off;

    /** A healthy extension whose accidents only the log is told of. */
    public ExtensionHealth(String name, boolean failClosed, int limit) {
        this(name, failClosed, limit, (operation, failure) -> {});
    }

    /** A healthy extension that is tried again as by default. */
    public ExtensionHealth(String name, boolean failClosed, int limit, BiConsumer<Operation, Throwable> listener) {
        this(name, failClosed, false, limit, RETRY, listener, text -> text);
    }

    /**
     * A healthy extension.
     *
     * @param failClosed whether it guards: then it is never switched off
     * @param required whether an operator has nothing made without it
     * @param limit the number of accidents that switch it off
     * @param retry how long until one call tries it again, the first time
     * @param listener is told of each accident
     * @param masking takes what is secret out of what the log is told
     */
    public ExtensionHealth(
            String name,
            boolean failClosed,
            boolean required,
            int limit,
            Duration retry,
            BiConsumer<Operation, Throwable> listener,
            UnaryOperator<String> masking) {
        this.name = name;
        this.failClosed = failClosed;
        this.required = required;
        this.limit = limit;
        this.retry = retry;
        this.listener = listener;
        this.masking = masking;
    }

    /** Whether it is switched off. */
    public boolean off() {
        return off != null;
    }

    /** Whether the call that asks goes on without it: it is switched off, and this is not the call that tries it again. */
    public boolean skipped() {
        Trials trials = off;
        return trials != null && skipped(trials);
    }

    private boolean skipped(Trials trials) {
        Trials.Advice advice = trials.ask();
        if (advice == Trials.Advice.PASS) {
            counted.set(0);
            off = null;
            LOG.info("extension {} works again and is switched on", name);
        }
        return advice == Trials.Advice.SKIP;
    }

    /** Takes note of a failure that counts; says whether it is the one that switches the extension off. */
    private boolean isLast() {
        if (failClosed) {
            return false;
        }
        Trials trials = off;
        if (trials != null) {
            trials.failed();
            return false;
        }
        if (counted.incrementAndGet() == limit) {
            off = new Trials(retry, System::nanoTime);
            return true;
        }
        return false;
    }

    /** Switches it off, for a reason that is said elsewhere; to be asked of no guard. */
    public void switchOff() {
        off = new Trials(retry, System::nanoTime);
    }

    /** Whether it guards. */
    public boolean failClosed() {
        return failClosed;
    }

    /** Whether nothing is made whose calls pass it by: it guards, or is required. */
    public boolean isIndispensable() {
        return failClosed || required;
    }

    /** The extension's name. */
    public String name() {
        return name;
    }

    /** What is counted of it, by operation. */
    public Tally tally() {
        return tally;
    }

    /**
     * Takes note of an accident; {@code what} becomes of the call ends the line in the log. Nothing that goes wrong here
     * reaches the call, whose accident may have been that there is no memory or stack left.
     */
    public void failed(Operation operation, String what, Throwable failure) {
        int all = failures.incrementAndGet();
        boolean last = Rules.counts(operation, failure) && isLast();
        try {
            tally.accident(operation, failure);
            say(operation, what, failure, all);
            if (last) {
                LOG.error(
                        "extension {} is switched off after {} failures; a call tries it again in {} s",
                        name,
                        all,
                        retry.toMillis() / 1000.0);
            }
        } catch (Throwable noMemory) {
            // It is said the next time.
        }
        tell(operation, failure);
    }

    /** Takes note of a call that the extension refuses on purpose. */
    public void refused(Operation operation) {
        tally.of(operation).refusal();
    }

    /**
     * Names the extension beside a failure that looks like the application's: it has replaced the arguments of a call
     * that could not take them. Said once per cause and not counted, for the application may have its part in it.
     */
    public void blamed(Operation operation, Throwable failure) {
        try {
            if (isNew(operation + " " + FailureText.origin(failure))) {
                LOG.error(
                        "extension {} has replaced what {} is called with, and that fails: {}",
                        name,
                        operation,
                        text(failure));
            }
        } catch (Throwable noMemory) {
            // As of an accident.
        }
    }

    /** Says once that an object of the extension's is not added, beside what is there already. */
    public void notAdded(String what, String because) {
        if (isNew(what)) {
            LOG.info("extension {} adds no {}{}", name, what, because);
        }
    }

    private boolean isNew(String origin) {
        return causes.size() < MOST_CAUSES && causes.add(origin);
    }

    /** Tells of each cause once, with the stack; what repeats is counted. */
    private void say(Operation operation, String what, Throwable failure, int all) {
        String origin = FailureText.origin(failure);
        if (!isNew(origin)) {
            return;
        }
        boolean said = false;
        try {
            String then = all == 1 ? prospect(operation, failure) : "failure " + all;
            LOG.error("extension {} failed in {} and {}; {}: {}", name, operation, what, then, text(failure));
            said = true;
        } finally {
            if (!said) {
                causes.remove(origin);
            }
        }
    }

    private String text(Throwable failure) {
        return masking.apply(FailureText.full(failure));
    }

    private void tell(Operation operation, Throwable failure) {
        try {
            listener.accept(operation, failure);
        } catch (Throwable another) {
            // The extension has failed when it was told that it had failed: there is nobody else to tell.
        }
    }

    private String prospect(Operation operation, Throwable failure) {
        if (failClosed || !Rules.counts(operation, failure)) {
            return "further failures of this kind are counted";
        }
        return "further failures are counted, and the " + ordinal(limit) + " switches it off";
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

package dev.heddle.agent.control;

import static dev.heddle.agent.settings.AgentSettings.PREFIX;

import dev.heddle.agent.assemble.extension.ExtensionRegistration;
import dev.heddle.agent.assemble.extension.InvalidExtensionException;
import dev.heddle.agent.assemble.extension.LoadedExtension;
import dev.heddle.agent.log.AgentLog;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;

/**
 * The registrations of one change, one after the other on a thread that holds no lock. One that takes too long is left to
 * its thread, and those behind it get another. They share a thread because a new one waits for a processor that is at
 * work, ten times for ten extensions. For the thread that waits for them.
 */
final class RegistrationQueue {
    private static final Logger LOG = AgentLog.get();

    private final List<ExtensionRegistration> registrations;
    private final Duration limit;
    private final InheritableThreadLocal<Boolean> mark;
    private int taken;
    private volatile RegisteringThread thread;

    /**
     * One that has not begun.
     *
     * @param limit after which one is left out
     * @param mark of the threads on which they register, and of those that these start
     */
    RegistrationQueue(List<ExtensionRegistration> registrations, Duration limit, InheritableThreadLocal<Boolean> mark) {
        this.registrations = registrations;
        this.limit = limit;
        this.mark = mark;
    }

    /** What comes of the next: waits for its end. */
    List<LoadedExtension> take() throws InvalidExtensionException {
        ExtensionRegistration registration = registrations.get(taken);
        RegisteringThread current = thread;
        if (current == null) {
            current = new RegisteringThread(registrations.subList(taken, registrations.size()), mark);
            thread = current;
            current.start();
        }
        taken++;
        if (!endsInTime(registration, current)) {
            thread = null;
            current.interrupt();
        }
        return registration.result();
    }

    /** Waits for a registration; {@code false} if it was given up. */
    private boolean endsInTime(ExtensionRegistration registration, RegisteringThread on) {
        long third = limit.toMillis() / 3;
        if (registration.endsWithin(third)) {
            return true;
        }
        LOG.warn(
                "extension {} has been registering for {} s and holds the start of the application, {}; after "
                        + "{} s ({}register.timeout) it is left out",
                registration.jar().title(),
                third / 1000,
                ThreadPlace.of(on),
                limit.toSeconds(),
                PREFIX);
        return registration.endsWithin(limit.toMillis() - third)
                || !registration.giveUp("it has not registered within " + limit.toSeconds() + " s (" + PREFIX
                        + "register.timeout), " + ThreadPlace.of(on));
    }

    /** The thread on which one registers now; {@code null} if none does. */
    RegisteringThread thread() {
        return thread;
    }
}

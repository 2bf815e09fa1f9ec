package dev.heddle.agent.control;

import static dev.heddle.agent.settings.AgentSettings.PREFIX;

import dev.heddle.agent.assemble.extension.ExtensionFolder;
import dev.heddle.agent.assemble.extension.ExtensionJar;
import dev.heddle.agent.assemble.extension.ExtensionRegistration;
import dev.heddle.agent.assemble.extension.InvalidExtensionException;
import dev.heddle.agent.assemble.extension.LoadedExtension;
import dev.heddle.agent.log.AgentLog;
import dev.heddle.agent.settings.AgentSettings;
import dev.heddle.agent.settings.ExtensionSettings;
import dev.heddle.agent.settings.SettingsReport;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;

/**
 * Has the extensions of one application register, one JAR after the other, each on a thread of its own: it holds no lock,
 * and one that hangs is left out when its time is over.
 */
final class Registrar {
    private static final Logger LOG = AgentLog.get();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Installations all;
    private final ClassLoader application;
    private final AgentSettings settings;
    private final String agentJar;
    private final InheritableThreadLocal<Boolean> inside = new InheritableThreadLocal<>();
    /** What is not used, and why, as it was found last. */
    private final Map<File, String> leftOut = new ConcurrentSkipListMap<>();

    private volatile RegisteringThread current;

    Registrar(Installations all, ClassLoader application, AgentSettings settings, String agentJar) {
        this.all = all;
        this.application = application;
        this.settings = settings;
        this.agentJar = agentJar;
    }

    /** The JARs that are not used, and why. */
    Map<File, String> leftOut() {
        return leftOut;
    }

    /** Whether calls are to be counted. */
    boolean counting() {
        return settings.flag("counters");
    }

    /** Whether the current thread registers an extension, or was started by one that does. */
    boolean isInside() {
        return inside.get() != null;
    }

    /** Says that what the current thread makes, which is inside, is not intercepted. */
    void notIntercepted() {
        RegisteringThread now = current;
        if (now != null) {
            String line = "extension " + now.jar().title()
                    + " makes a client or channel while it registers, whose calls " + "are not intercepted";
            if (settings.first(line)) {
                LOG.info(line);
            }
        }
    }

    /** Says that the JVM ends, if that is while an extension registers. */
    void jvmEnds() {
        RegisteringThread now = current;
        if (now != null) {
            now.jvmEnds();
        }
    }

    /**
     * Has those register that a request wants to.
     *
     * @param request what is wanted
     * @param before the extensions in force: those that the request does not concern stay, and those whose place nothing
     *     can take
     * @param replaying whether the thread at hand is a workflow's that replays
     */
    PreparedChange prepare(ChangeRequest request, List<LoadedExtension> before, BooleanSupplier replaying) {
        List<LoadedExtension> loaded = new ArrayList<>();
        List<LoadedExtension> kept = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> registered = new HashSet<>();
        Set<String> idle = new HashSet<>();
        Map<Set<String>, ExtensionJar> byContent = new HashMap<>();
        ExtensionFolder.Found found = ExtensionFolder.scan(settings, agentJar);
        // What the request does not concern stays as it was.
        leftOut.keySet().retainAll(found.files());
        leftOut.putAll(found.unfit());
        for (LoadedExtension extension : before) {
            names.add(extension.jar().name());
            if (!request.concerns(extension.jar().name())) {
                kept.add(extension);
            } else if (found.unfit().containsKey(extension.jar().file())) {
                keep(List.of(extension), "its file cannot be used", kept, problems);
            }
        }
        if (!found.jars().isEmpty()) {
            // First, for what registers may open something, or end the JVM.
            all.expectExtensions();
        }
        for (ExtensionJar jar : found.jars()) {
            names.add(jar.name());
            if (!request.concerns(jar.name())) {
                continue;
            }
            leftOut.remove(jar.file());
            List<LoadedExtension> earlier = named(jar.name(), before);
            String enabled = ExtensionSettings.key(jar.name(), "enabled");
            if (!settings.flag(enabled)) {
                LOG.info("extension {} is disabled by {}{} ({})", jar.title(), PREFIX, enabled, jar.file());
                leftOut.put(jar.file(), "it is disabled by " + PREFIX + enabled);
                idle.add(jar.name());
                continue;
            }
            try {
                jar.requireNoTwin(byContent.putIfAbsent(jar.providers(), jar));
                if (!request.anew() && isSame(jar, earlier)) {
                    kept.addAll(earlier);
                    continue;
                }
                loaded.addAll(register(jar, replaying, !earlier.isEmpty()));
                registered.add(jar.name());
            } catch (InvalidExtensionException unfit) {
                ExtensionFolder.leftOut(jar.file(), unfit.getMessage());
                leftOut.put(jar.file(), unfit.getMessage());
                keep(earlier, unfit.getMessage(), kept, problems);
                if (earlier.isEmpty()) {
                    problems.add(jar.title() + " is left out: " + unfit.getMessage());
                }
                idle.add(jar.name());
            }
        }
        for (LoadedExtension extension : loaded) {
            if (!extension.jar().internal()) {
                LOG.info(
                        "extension {} intercepts {} ({})",
                        extension.jar().title(),
                        extension.registrations(),
                        extension.jar().file());
            }
        }
        SettingsReport.write(settings, registered, idle);
        loaded.addAll(kept);
        Collections.sort(loaded);
        return new PreparedChange(before, List.copyOf(loaded), names, problems);
    }

    private static List<LoadedExtension> named(String name, List<LoadedExtension> extensions) {
        List<LoadedExtension> named = new ArrayList<>();
        for (LoadedExtension extension : extensions) {
            if (extension.jar().name().equals(name)) {
                named.add(extension);
            }
        }
        return named;
    }

    /** Whether what has registered is what the JAR has now; a guard that could not register is to try again. */
    private static boolean isSame(ExtensionJar jar, List<LoadedExtension> earlier) {
        for (LoadedExtension extension : earlier) {
            if (extension.jar().content() != jar.content() || !extension.isRegistered()) {
                return false;
            }
        }
        return !earlier.isEmpty();
    }

    /** Lets stay what was in force, and says that it does. */
    private static void keep(
            List<LoadedExtension> earlier, String why, List<LoadedExtension> kept, List<String> problems) {
        if (!earlier.isEmpty()) {
            String line = "extension " + earlier.get(0).jar().title() + " stays in force: nothing can take its place";
            LOG.warn(line);
            problems.add(line + " (" + why + ")");
            kept.addAll(earlier);
        }
    }

    /** Which of the extensions that are required is missing among these, in words; {@code null} if none is. */
    String missing(List<LoadedExtension> loaded) {
        List<String> required = settings.list("required");
        return required.isEmpty() ? null : RequiredExtensions.missing(required, loaded);
    }

    private List<LoadedExtension> register(ExtensionJar jar, BooleanSupplier replaying, boolean replacing)
            throws InvalidExtensionException {
        jar.warnOfOwnCopies(application);
        Duration limit = settings.duration("register.timeout", LIMIT);
        ExtensionRegistration registration =
                new ExtensionRegistration(jar, application, settings, replaying, replacing);
        RegisteringThread thread = new RegisteringThread(jar, registration, inside);
        current = thread;
        thread.start();
        try {
            if (!thread.endsWithin(limit.toMillis() / 3)) {
                LOG.warn(
                        "extension {} has been registering for {} s and holds the start of the application, {}; after "
                                + "{} s ({}register.timeout) it is left out",
                        jar.title(),
                        limit.toMillis() / 3 / 1000,
                        ThreadPlace.of(thread),
                        limit.toSeconds(),
                        PREFIX);
                if (!thread.endsWithin(limit.toMillis() - limit.toMillis() / 3) && registration.giveUp()) {
                    return givenUp(registration, thread, limit);
                }
            }
            return registration.result();
        } finally {
            current = null;
        }
    }

    private static List<LoadedExtension> givenUp(ExtensionRegistration registration, Thread thread, Duration limit)
            throws InvalidExtensionException {
        String cause = "it has not registered within " + limit.toSeconds() + " s (" + PREFIX + "register.timeout), "
                + ThreadPlace.of(thread);
        thread.interrupt();
        return registration.resultOfGivingUp(cause);
    }
}

package dev.heddle.agent.control;

import static dev.heddle.agent.settings.AgentSettings.PREFIX;

import dev.heddle.agent.assemble.extension.ExtensionFolder;
import dev.heddle.agent.assemble.extension.ExtensionJar;
import dev.heddle.agent.assemble.extension.ExtensionRegistration;
import dev.heddle.agent.assemble.extension.InvalidExtensionException;
import dev.heddle.agent.assemble.extension.LoadedExtension;
import dev.heddle.agent.log.AgentLog;
import dev.heddle.agent.settings.AgentSetting;
import dev.heddle.agent.settings.AgentSettings;
import dev.heddle.agent.settings.SettingsReport;
import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;

/**
 * Has the extensions of one application register, one JAR after the other; one that hangs is left out when its time is
 * over.
 */
final class Registrar {
    private static final Logger LOG = AgentLog.get();

    private final Installations all;
    private final ClassLoader application;
    private final AgentSettings settings;
    private final String agentJar;
    private final InheritableThreadLocal<Boolean> inside = new InheritableThreadLocal<>();

    private volatile RegistrationQueue current;

    Registrar(Installations all, ClassLoader application, AgentSettings settings, String agentJar) {
        this.all = all;
        this.application = application;
        this.settings = settings;
        this.agentJar = agentJar;
    }

    /** Has code of an application be watched. */
    void watch(Installation installation, Class<?>... workflowTypes) {
        WatchedCode code = all.code();
        if (code != null) {
            code.add(installation, workflowTypes);
        }
    }

    /** Has code of an application be watched by others than before. */
    void watchAgain(Installation installation, Class<?>... workflowTypes) {
        WatchedCode code = all.code();
        if (code != null) {
            code.watchersChanged(installation, workflowTypes);
        }
    }

    /** Whether calls are to be counted. */
    boolean counting() {
        return settings.flag(AgentSetting.COUNTERS);
    }

    /** Looks on while the extensions of an application are at work in its workflows. */
    WorkflowBudget budget(HeldWorkflows told) {
        return new WorkflowBudget(settings, told);
    }

    /** Names those that take too long. */
    HeldWorkflows held() {
        return new HeldWorkflows(settings);
    }

    /** Whether the current thread registers an extension, or was started by one that does. */
    boolean isInside() {
        return inside.get() != null;
    }

    /** Says that what the current thread makes, which is inside, is not intercepted. */
    void notIntercepted() {
        RegisteringThread now = registering();
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
        RegisteringThread now = registering();
        if (now != null) {
            now.jvmEnds();
        }
    }

    private RegisteringThread registering() {
        RegistrationQueue queue = current;
        return queue == null ? null : queue.thread();
    }

    /**
     * Finds out which extensions would have to register for a change; none does.
     *
     * @param request what is wanted
     * @param before the extensions in force: those that the request does not concern stay, and those whose place nothing
     *     can take
     * @param leftOut the files that were not used so far, and why
     */
    PlannedChange plan(ChangeRequest request, List<LoadedExtension> before, Map<File, String> leftOut) {
        PlannedChange plan = new PlannedChange(before, leftOut);
        ExtensionFolder.Found found = ExtensionFolder.scan(settings, agentJar);
        // What the request does not concern stays as it was.
        plan.leftOut().keySet().retainAll(found.files());
        plan.leftOut().putAll(found.unfit());
        for (LoadedExtension extension : before) {
            if (!request.concerns(extension.jar().name())) {
                plan.kept().add(extension);
            } else if (found.unfit().containsKey(extension.jar().file())) {
                plan.keep(List.of(extension), "its file cannot be used");
            }
        }
        if (!found.jars().isEmpty()) {
            // First, for what registers may open something, or end the JVM; and the settings are of the API.
            all.expectExtensions();
        }
        Map<Set<String>, ExtensionJar> byContent = new HashMap<>();
        for (ExtensionJar jar : found.jars()) {
            plan.names().add(jar.name());
            if (request.concerns(jar.name())) {
                plan(jar, request, plan, byContent);
            }
        }
        return plan;
    }

    private void plan(
            ExtensionJar jar, ChangeRequest request, PlannedChange plan, Map<Set<String>, ExtensionJar> byContent) {
        plan.leftOut().remove(jar.file());
        List<LoadedExtension> earlier = plan.earlier(jar.name());
        String enabled = AgentSetting.EXTENSION_ENABLED.key(jar.name());
        if (!settings.enabled(jar.name())) {
            LOG.info("extension {} is disabled by {}{} ({})", jar.title(), PREFIX, enabled, jar.file());
            plan.leftOut().put(jar.file(), "it is disabled by " + PREFIX + enabled);
            plan.idle().add(jar.name());
            return;
        }
        try {
            jar.requireNoTwin(byContent.putIfAbsent(jar.providers(), jar));
            if (!request.anew() && isSame(jar, earlier)) {
                plan.kept().addAll(earlier);
            } else {
                plan.wanted().add(jar);
            }
        } catch (InvalidExtensionException unfit) {
            unfit(plan, jar, unfit);
        }
    }

    private static void unfit(PlannedChange plan, ExtensionJar jar, InvalidExtensionException unfit) {
        ExtensionFolder.leftOut(jar.file(), unfit.getMessage());
        plan.unfit(jar, unfit.getMessage());
    }

    /**
     * Has those register that a change needs.
     *
     * @param replaying whether the thread at hand is a workflow's that replays
     */
    PreparedChange prepare(PlannedChange plan, BooleanSupplier replaying) {
        List<LoadedExtension> loaded = new ArrayList<>();
        Set<String> registered = new HashSet<>();
        RegistrationQueue queue = queue(plan, replaying);
        current = queue;
        for (ExtensionJar jar : plan.wanted()) {
            try {
                loaded.addAll(queue.take());
                registered.add(jar.name());
            } catch (InvalidExtensionException unfit) {
                unfit(plan, jar, unfit);
            }
        }
        current = null;
        for (LoadedExtension extension : loaded) {
            if (!extension.jar().internal()) {
                LOG.info(
                        "extension {} intercepts {} ({})",
                        extension.jar().title(),
                        extension.registrations(),
                        extension.jar().file());
            }
        }
        SettingsReport.write(settings, registered, plan.idle());
        loaded.addAll(plan.kept());
        Collections.sort(loaded);
        return new PreparedChange(plan.before(), List.copyOf(loaded), plan.names(), plan.problems(), plan.leftOut());
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

    /** Which of the extensions that are required is missing after a change, in words; {@code null} if none is. */
    String missing(Change change) {
        List<String> required = settings.list(AgentSetting.REQUIRED);
        return required.isEmpty() ? null : RequiredExtensions.missing(required, change.inForce());
    }

    /** Those of the JARs that a change wants, none of which has begun. */
    private RegistrationQueue queue(PlannedChange plan, BooleanSupplier replaying) {
        Set<String> replaced = new HashSet<>();
        for (ExtensionJar jar : plan.wanted()) {
            jar.warnOfOwnCopies(application);
            if (!plan.earlier(jar.name()).isEmpty()) {
                replaced.add(jar.name());
            }
        }
        List<ExtensionRegistration> registrations =
                ExtensionRegistration.of(plan.wanted(), replaced, application, settings, replaying);
        return new RegistrationQueue(registrations, settings.duration(AgentSetting.REGISTER_TIMEOUT), inside);
    }
}

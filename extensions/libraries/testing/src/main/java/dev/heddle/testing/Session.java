package dev.heddle.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** One test, one class of tests, or all that no test has for itself: its extensions, calls and accidents. Thread-safe. */
final class Session implements AutoCloseable {
    private static final Set<String> OF_THE_AGENT = Set.of("enabled", "only", "except");

    private final Recorder recorder = new Recorder();
    private final Queue<Accident> accidents = new ConcurrentLinkedQueue<>();
    private final List<Supplier<Set<String>>> unknownSettings = new ArrayList<>();
    private final List<AutoCloseable> resources = new ArrayList<>();
    private final List<Provided> provided;
    private final Map<String, String> agentSettings;
    private final Dispatcher.Assembly assembly;
    private boolean everywhere;
    private ExtensionFolder folder;

    /**
     * A session with the agent.
     *
     * @param provided the extensions, which may still grow until the first chain is built
     * @param agentSettings settings of the agent itself, which may grow as long
     */
    Session(List<Provided> provided, Map<String, String> agentSettings) {
        this.provided = provided;
        this.agentSettings = agentSettings;
        assembly = Dispatcher.get().assembly(this::assemble);
    }

    /** Lets it have what no test has, and leaves its calls alone: they would be kept as long as the JVM. */
    synchronized Session everywhere() {
        assembly.everywhere();
        everywhere = true;
        return this;
    }

    private synchronized Map<String, String> assemble() {
        List<Provided> extensions = new ArrayList<>();
        Map<String, String> settings = new HashMap<>(agentSettings);
        if (!everywhere) {
            extensions.add(Provided.ofTheKit("calls", recorder.outermost()));
        }
        for (Provided each : provided) {
            Watched watched = new Watched(each.name(), each.extension(), accidents::add);
            extensions.add(new Provided(each.name(), watched, Map.of()));
            unknownSettings.add(() -> unknown(each, watched));
            each.settings().forEach((key, value) -> settings.put("extension." + each.name() + "." + key, value));
        }
        if (!everywhere) {
            extensions.add(Provided.ofTheKit("arrivals", recorder.innermost()));
        }
        folder = new ExtensionFolder(extensions);
        if (everywhere) {
            folder.deleteOnExit();
        }
        settings.put("extensions", folder.path().toString());
        return settings;
    }

    /** The settings that neither the extension has asked for nor the agent has for it. */
    private static Set<String> unknown(Provided extension, Watched watched) {
        Set<String> unknown = new TreeSet<>(extension.settings().keySet());
        unknown.removeAll(watched.asked());
        unknown.removeAll(OF_THE_AGENT);
        return unknown;
    }

    /** Whether a chain was built, so that it is too late to describe extensions. */
    synchronized boolean assembled() {
        return folder != null;
    }

    Dispatcher.Assembly assembly() {
        return assembly;
    }

    synchronized Calls calls() {
        if (everywhere) {
            throw new IllegalStateException("calls are recorded for a test alone, not everywhere");
        }
        return new Calls(recorder);
    }

    List<Accident> takeAccidents() {
        List<Accident> taken = new ArrayList<>();
        for (Accident accident; (accident = accidents.poll()) != null; ) {
            taken.add(accident);
        }
        return taken;
    }

    /** Closes it when the session ends, before those that came earlier. */
    synchronized <T extends AutoCloseable> T closing(T resource) {
        resources.add(0, resource);
        return resource;
    }

    /** Ends the session, and fails if there were accidents that nobody has taken, or settings that nobody knows. */
    @Override
    public void close() throws Exception {
        try {
            for (AutoCloseable resource : resources) {
                resource.close();
            }
        } finally {
            assembly.close();
            if (assembled()) {
                folder.close();
            }
        }
        List<Accident> unexpected = takeAccidents();
        if (!unexpected.isEmpty()) {
            AssertionError error = new AssertionError("the agent contained what the test did not expect: " + unexpected
                    + "; takeAccidents() takes what it does");
            unexpected.forEach(accident -> error.addSuppressed(accident.failure()));
            throw error;
        }
        for (Supplier<Set<String>> unknown : unknownSettings) {
            if (!unknown.get().isEmpty()) {
                throw new AssertionError("the test has set what its extension does not ask for: " + unknown.get());
            }
        }
    }
}

package dev.heddle.agent.control;

import static dev.heddle.agent.settings.AgentSettings.PREFIX;

import dev.heddle.agent.assemble.extension.LoadedExtension;
import dev.heddle.agent.log.AgentLog;
import dev.heddle.agent.settings.AgentSetting;
import dev.heddle.agent.settings.AgentSettings;
import dev.heddle.agent.settings.ExtensionSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;

/**
 * Changes the extensions of a running JVM as its operator says: in all applications or, where one of them refuses, in
 * none. Extensions register before anything changes; then the chains change at once in each application, and a call that
 * is under way finishes on the one it began with. Thread-safe; one change at a time.
 */
public final class LiveControl {
    private static final Logger LOG = AgentLog.get();

    private static final String GONE = "Heddle has left this JVM";
    private static final String INSIST = "; --force does it all the same";

    /** What may be set besides the settings of extensions: nothing that keeps somebody from something. */
    private static final Set<String> SETTABLE = Set.of("close.delay", "extensions", "failures", "register.timeout");

    private final Installations installations;
    private final AgentSettings settings;
    private final Runnable detach;
    private boolean detached;

    LiveControl(Installations installations, AgentSettings settings, Runnable detach) {
        this.installations = installations;
        this.settings = settings;
        this.detach = detach;
    }

    /** Takes the extensions that the folder has now: those that are new, have changed or are gone. */
    public LiveResult reload(boolean force) {
        return change(new ChangeRequest(null, false), force);
    }

    /** Takes the settings that the configuration file has now, and what the folder has. */
    synchronized void follow() {
        Set<String> names = new TreeSet<>();
        for (String key : settings.readAgain()) {
            String extension = ExtensionSettings.extension(key);
            if (extension != null) {
                names.add(extension);
            }
        }
        for (String name : names) {
            reload(name, false);
        }
        reload(false);
    }

    /** Has an extension register anew, from the file that is there now. */
    public LiveResult reload(String name, boolean force) {
        return change(new ChangeRequest(Set.of(name), true), force);
    }

    /** Takes an extension in that was disabled. */
    public LiveResult enable(String name, boolean force) {
        return set(AgentSetting.EXTENSION_ENABLED.key(name), "true", new ChangeRequest(Set.of(name), false), force);
    }

    /** Takes an extension out. */
    public LiveResult disable(String name, boolean force) {
        return set(AgentSetting.EXTENSION_ENABLED.key(name), "false", new ChangeRequest(Set.of(name), false), force);
    }

    /** Makes a setting, which stands before all others until the JVM ends; the extension that it is of registers anew. */
    public LiveResult set(String name, String value, boolean force) {
        String key = AgentSettings.bare(name);
        String extension = ExtensionSettings.extension(key);
        if (extension != null) {
            return set(key, value, new ChangeRequest(Set.of(extension), !key.endsWith(".enabled")), force);
        }
        if (!SETTABLE.contains(key)) {
            return LiveResult.refused(PREFIX + key + " cannot be set while the application runs; what can is "
                    + PREFIX + "extension.NAME.KEY and " + PREFIX
                    + String.join(", " + PREFIX, new TreeSet<>(SETTABLE)));
        }
        return set(key, value, new ChangeRequest(null, false), force);
    }

    private synchronized LiveResult set(String key, String value, ChangeRequest request, boolean force) {
        String before = settings.live(key, value);
        LiveResult result = change(request, force);
        if (!result.done()) {
            settings.live(key, before);
        }
        return result;
    }

    /** Has Heddle leave this JVM, in which it can be attached again. */
    public synchronized LiveResult detach(boolean force) {
        if (detached) {
            return LiveResult.done(GONE);
        }
        PreparedChange all = PreparedChange.none(inForce());
        if (!force && all.danger() != null) {
            return LiveResult.refused(all.danger() + INSIST);
        }
        detached = true;
        detach.run();
        Set<String> lines = new TreeSet<>();
        lines.add(GONE);
        all.describe(lines);
        String line = String.join("; ", lines);
        LOG.info(line);
        return LiveResult.done(line);
    }

    /** What has come of attaching Heddle to a JVM that runs. */
    synchronized LiveResult attached() {
        Set<String> titles = new TreeSet<>();
        for (LoadedExtension extension : inForce()) {
            titles.add(extension.jar().title());
        }
        return LiveResult.done("Heddle is attached; "
                + (titles.isEmpty()
                        ? "no extension is in force, the log of that JVM says why"
                        : "in force: " + String.join(", ", titles))
                + (installations.notReached().isEmpty()
                        ? ""
                        : "; not reached: " + String.join("; ", installations.notReached())));
    }

    private List<LoadedExtension> inForce() {
        List<LoadedExtension> inForce = new ArrayList<>();
        for (Installation installation : installations.all()) {
            inForce.addAll(installation.extensions());
        }
        return inForce;
    }

    /** Makes a change, or says why it is not made. */
    synchronized LiveResult change(ChangeRequest request, boolean force) {
        if (detached) {
            return LiveResult.refused(GONE);
        }
        List<Installation> concerned = new ArrayList<>();
        List<PlannedChange> plans = new ArrayList<>();
        for (Installation installation : installations.all()) {
            PlannedChange plan = installation.plan(request);
            if (plan != null) {
                concerned.add(installation);
                plans.add(plan);
            }
        }
        if (plans.isEmpty()) {
            return LiveResult.done(
                    "no application has made a client, worker, channel or server here so far; this holds "
                            + "for the first that does");
        }
        String foreseen = refusal(concerned, plans, request, force);
        return foreseen == null ? prepare(concerned, plans, request, force) : refused(foreseen);
    }

    private LiveResult prepare(
            List<Installation> concerned, List<PlannedChange> plans, ChangeRequest request, boolean force) {
        List<PreparedChange> changes = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            changes.add(concerned.get(i).prepare(plans.get(i)));
        }
        String refusal = refusal(concerned, changes, request, force);
        for (int i = 0; i < changes.size() && refusal == null; i++) {
            refusal = concerned.get(i).misplaced(changes.get(i));
        }
        if (refusal == null) {
            return take(concerned, changes);
        }
        for (PreparedChange change : changes) {
            ExtensionCloser.close(PreparedChange.open(change.coming()));
        }
        return refused(refusal);
    }

    private static LiveResult refused(String refusal) {
        LOG.warn("the extensions stay as they are: {}", refusal);
        return LiveResult.refused(refusal);
    }

    private LiveResult take(List<Installation> concerned, List<PreparedChange> changes) {
        Set<String> lines = new TreeSet<>();
        Set<String> problems = new TreeSet<>();
        List<LoadedExtension> going = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            PreparedChange change = changes.get(i);
            concerned.get(i).take(change);
            going.addAll(change.going());
            change.describe(lines);
            problems.addAll(change.problems());
        }
        installations.reachExistingIfMissed();
        installations.retire(PreparedChange.open(going));
        for (String line : lines) {
            LOG.info("extension {}", line);
        }
        if (!problems.isEmpty()) {
            lines.addAll(problems);
            return LiveResult.refused(String.join("; ", lines));
        }
        return LiveResult.done(lines.isEmpty() ? "nothing has changed" : String.join("; ", lines));
    }

    private String refusal(
            List<Installation> concerned, List<? extends Change> changes, ChangeRequest request, boolean force) {
        for (int i = 0; i < changes.size(); i++) {
            String missing = concerned.get(i).missing(changes.get(i));
            if (missing != null) {
                return missing;
            }
            String danger = force ? null : changes.get(i).danger();
            if (danger != null) {
                return danger + INSIST;
            }
        }
        return unknown(changes, request);
    }

    /** Whether the one that is named is none that there is. */
    private static String unknown(List<? extends Change> changes, ChangeRequest request) {
        if (request.names() == null) {
            return null;
        }
        Set<String> known = new TreeSet<>();
        for (Change change : changes) {
            known.addAll(change.names());
        }
        for (String name : request.names()) {
            if (!known.contains(name)) {
                return UnknownName.line(name, known);
            }
        }
        return null;
    }
}

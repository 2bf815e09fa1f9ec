package dev.heddle.agent.control;

import static dev.heddle.agent.settings.AgentSettings.PREFIX;

import dev.heddle.agent.assemble.ChainTable;
import dev.heddle.agent.assemble.extension.LoadedExtension;
import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.log.AgentLog;
import dev.heddle.agent.settings.AgentSetting;
import dev.heddle.agent.settings.AgentSettings;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.slf4j.Logger;

/**
 * Names the extension that holds the thread of a workflow, once for each place in it, and skips it from then on if the
 * operator wants that. Holds no application.
 */
final class HeldWorkflows implements BiConsumer<HeldThread, Duration> {
    private static final Logger LOG = AgentLog.get();

    private final AgentSettings settings;
    private volatile WeakReference<ChainTable> chains = new WeakReference<>(null);

    HeldWorkflows(AgentSettings settings) {
        this.settings = settings;
    }

    /** Finds the extensions of an application there, as long as that is. */
    void in(ChainTable ofApplication) {
        chains = new WeakReference<>(ofApplication);
    }

    @Override
    public void accept(HeldThread held, Duration time) {
        LoadedExtension extension = holder(held);
        ExtensionHealth health =
                extension == null ? null : extension.registrations().health();
        boolean skips = settings.flag(AgentSetting.BUDGET_SKIP);
        boolean skipped = skips && health != null && !health.failClosed();
        if (skipped) {
            health.switchOff();
        }
        String name = extension == null ? "unknown" : extension.jar().title();
        if (settings.first("held by " + name + " at " + held.interceptor())) {
            LOG.warn(
                    "extension {} holds a workflow for {} ms so far, which Temporal takes for deadlocked after a second; {}: "
                            + "{}",
                    name,
                    time.toMillis(),
                    skipped
                            ? "it is skipped from the next call on"
                            : health != null && health.failClosed() && skips
                                    ? "it guards, and so is not skipped"
                                    : PREFIX + "budget.skip=true would skip it from the next call on",
                    held);
        }
    }

    /** The one whose class loader has loaded the interceptor. */
    private LoadedExtension holder(HeldThread held) {
        ChainTable application = chains.get();
        if (application != null) {
            for (int i = held.frames().length - 1; i >= 0; i--) {
                String loader = held.frames()[i].getClassLoaderName();
                for (LoadedExtension extension : application.extensions()) {
                    if (extension.jar().file().getName().equals(loader)) {
                        return extension;
                    }
                }
            }
        }
        return null;
    }
}

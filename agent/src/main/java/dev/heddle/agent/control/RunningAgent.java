package dev.heddle.agent.control;

import dev.heddle.agent.bootstrap.AgentLoader;
import dev.heddle.agent.bootstrap.Hook;
import dev.heddle.agent.settings.AgentSetting;
import dev.heddle.agent.settings.AgentSettings;
import dev.heddle.agent.status.Status;
import dev.heddle.agent.weave.References;
import dev.heddle.agent.weave.WeaveTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The running agent: the owner of all that Heddle has in this JVM, to be reached from the hook. It answers what woven
 * code asks, by way of the installation of the application whose class was woven.
 *
 * <pre>
 *   Hook ──▶ RunningAgent ──▶ AgentSettings
 *                 │   └─────▶ Instrumentation, WeaveTransformer
 *                 ▼
 *           Installations ──▶ one Installation for each application: its extensions, its chains, its libraries
 * </pre>
 *
 * <p>Made in every JVM at start; all else of this package loads when the first woven method runs. Thread-safe.
 */
public final class RunningAgent extends Hook implements AutoCloseable {
    private final AgentLoader loader;
    private final AgentSettings settings;
    private Instrumentation instrumentation;
    private WeaveTransformer transformer;
    private volatile Installations installations;
    /** Through which the command line asks; a JVM without Temporal and gRPC, of which there is nothing to say, has none. */
    private AutoCloseable ear;

    private LiveControl control;
    private FolderWatch watch;

    /** An agent that answers but does not weave: several of them can share what one has woven, as tests do. */
    public RunningAgent(AgentLoader loader, AgentSettings settings) {
        this.loader = loader;
        this.settings = settings;
    }

    /** Has this agent asked by all that is woven, and weaves what loads from now on. */
    synchronized void weave(Instrumentation ofJvm) {
        loader.connect(this);
        instrumentation = ofJvm;
        transformer = new WeaveTransformer(ofJvm, settings.get(AgentSetting.REQUIRED));
        instrumentation.addTransformer(transformer, true);
    }

    @Override
    public Object answer(String point, Class<?> woven, Object owner, Object value) {
        return installations().extend(point, woven, owner, value);
    }

    @Override
    public Error tell(Object target, Object argument, String site, Class<?> woven) {
        return installations().tell(target, argument, site, woven);
    }

    @Override
    public CallSite telling(MethodHandles.Lookup caller, String name, MethodType type, String site, Object[] own)
            throws ReflectiveOperationException {
        return References.link(caller, name, type, site, own);
    }

    /** Why a history could not be replayed, if an extension knows; else {@code null}. */
    public String explain(Throwable failure, Object history) {
        return installations().explain(failure, history);
    }

    private Installations installations() {
        Installations current = installations;
        if (current == null) {
            synchronized (this) {
                current = installations;
                if (current == null) {
                    current = new Installations(loader, settings, instrumentation, transformer);
                    control = new LiveControl(current, settings, new Detachment());
                    if (instrumentation != null) {
                        ear = Commands.listen(current, status(current), control, instrumentation, loader.version());
                    }
                    installations = current;
                    if (instrumentation != null && settings.flag(AgentSetting.WATCH)) {
                        watch = FolderWatch.begin(settings, loader.path(), control);
                    }
                }
            }
        }
        return current;
    }

    /** Heddle in an application that does not run: see {@link Rehearsal}. */
    Installation rehearse(ClassLoader application) {
        return installations().find(application);
    }

    /** What it has done so far. */
    Status status() {
        return status(installations()).read();
    }

    /** The loader of its classes. */
    AgentLoader loader() {
        return loader;
    }

    /** By which the extensions are changed while applications run. */
    public synchronized LiveControl control() {
        installations();
        return control;
    }

    /**
     * Has what an application has made before this agent came pass the chains.
     *
     * @return why that must not be, so that the agent has left again; {@code null} if it is so
     */
    String attach() {
        String refusal = installations().attach();
        if (refusal != null) {
            control().detach(true);
        }
        return refusal;
    }

    /**
     * Leaves the JVM: extensions are taken out and close when their last calls have left them, woven code becomes again
     * what it was, and nothing is asked or told any more. What the application's objects have kept of Heddle goes straight
     * on. The agent can be attached again.
     */
    private void detach() {
        hearNoMore();
        loader.connect(null);
        installations().detach();
    }

    /** Takes the extensions out of all applications, and closes them. Returns when they have closed, or have had their time. */
    @Override
    public void close() {
        hearNoMore();
        Installations current = installations;
        if (current != null) {
            current.close();
        }
    }

    private synchronized void hearNoMore() {
        if (watch != null) {
            watch.end();
        }
        try {
            if (ear != null) {
                ear.close();
            }
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
        ear = null;
    }

    private StatusReader status(Installations all) {
        return new StatusReader(all, settings, transformer.weaving(), loader);
    }

    /** A class, for a lambda would have the JVM generate one at every start. */
    private final class Detachment implements Runnable {
        @Override
        public void run() {
            detach();
        }
    }
}

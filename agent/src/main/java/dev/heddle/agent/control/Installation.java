package dev.heddle.agent.control;

import dev.heddle.agent.assemble.ChainTable;
import dev.heddle.agent.assemble.Chains;
import dev.heddle.agent.assemble.Library;
import dev.heddle.agent.assemble.LibraryKind;
import dev.heddle.agent.assemble.WorkflowTypes;
import dev.heddle.agent.assemble.extension.LoadedExtension;
import dev.heddle.agent.assemble.extension.RegisteredWatcher;
import dev.heddle.agent.bootstrap.AgentLoader;
import dev.heddle.agent.call.Link;
import dev.heddle.agent.log.AgentLog;
import java.io.File;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;

/**
 * Heddle in one application: its extensions, its chains and its libraries. Extensions register when the application's
 * first client, worker, channel or server is made; other threads that make one wait until that is done. Thread-safe.
 */
final class Installation implements Runnable, WorkflowTypes, WatchedApplication {
    private static final Logger LOG = AgentLog.get();

    private final AgentLoader agent;
    private final ClassLoader application;
    private final Registrar registrar;
    private final WorkflowBudget budget;
    private final ChainTable chains;
    private final Map<LibraryKind, Library> libraries = new ConcurrentHashMap<>();
    private final AtomicBoolean registering = new AtomicBoolean();
    private final CountDownLatch registered = new CountDownLatch(1);
    /** Those that workers have registered, held weakly: their loader may go before the SDK's does. */
    private final Set<Class<?>> workflowTypes =
            Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));
    /** Whether the agent has left this application. */
    private boolean left;
    /** Whether something was made that passes no chain, for there was no extension. */
    private volatile boolean missed;
    /** As it was found last, and never changed. */
    private volatile Map<File, String> leftOut = Map.of();

    /** While an extension is missing that is required. */
    private volatile RefusingLibrary refusing;

    Installation(AgentLoader agent, ClassLoader application, Registrar registrar) {
        this.agent = agent;
        this.application = application;
        this.registrar = registrar;
        HeldWorkflows held = registrar.held();
        this.budget = registrar.budget(held);
        this.chains = new ChainTable(registrar.counting(), budget, this);
        held.in(chains);
    }

    @Override
    public ClassLoader application() {
        return application;
    }

    /** The extensions, none before they have registered. */
    List<LoadedExtension> extensions() {
        return chains.extensions();
    }

    /**
     * The library of a kind; {@code null} if there is nothing to do, because there is no extension, or because one that
     * is registering makes a client itself. Not to be kept while it {@linkplain #refuses() refuses}.
     */
    Library library(LibraryKind kind) {
        if (!isRegistered()) {
            return null;
        }
        RefusingLibrary instead = refusing;
        if (instead != null) {
            return instead;
        }
        if (chains.extensions().isEmpty() && !libraries.containsKey(kind)) {
            missed = true;
            return null;
        }
        synchronized (libraries) {
            Library library = libraries.get(kind);
            if (library == null) {
                library = make(kind);
                libraries.put(kind, library);
            }
            return library;
        }
    }

    /** The library of a kind, if it has been asked for; else {@code null}. */
    Library made(LibraryKind kind) {
        return libraries.get(kind);
    }

    /** Whether there may be objects that do not pass the chains, although somebody wants them to. */
    boolean missesExisting() {
        boolean misses = missed && !chains.extensions().isEmpty();
        for (Library library : libraries.values()) {
            misses |= library.missesExisting();
        }
        return misses;
    }

    /** What exists passes the chains from now on. */
    void reachExisting() {
        missed = false;
    }

    @Override
    public List<RegisteredWatcher> codeWatchers() {
        return chains.codeWatchers();
    }

    /** Kept also while nobody watches, who may come later. */
    @Override
    public void registered(Class<?>... types) {
        Collections.addAll(workflowTypes, types);
        if (!codeWatchers().isEmpty()) {
            registrar.watch(this, types);
        }
    }

    /** Has the extensions register as if the application made something, and answers the chains that come of it. */
    Chains rehearse() {
        isRegistered();
        return chains;
    }

    /** Whether the thread at hand is a workflow's that replays. */
    private boolean replaying() {
        for (Library library : libraries.values()) {
            if (library.replaying()) {
                return true;
            }
        }
        return false;
    }

    /** Registers the extensions or waits for that; {@code false} on a thread that must not wait for itself. */
    private boolean isRegistered() {
        if (registered.getCount() == 0) {
            return true;
        }
        if (registrar.isInside()) {
            registrar.notIntercepted();
            return false;
        }
        if (registering.compareAndSet(false, true)) {
            try {
                PlannedChange plan = registrar.plan(ChangeRequest.FIRST, List.of(), Map.of());
                PreparedChange first = registrar.prepare(plan, this::replaying);
                String missing = registrar.missing(first);
                if (missing != null) {
                    LOG.error(missing);
                    refusing = new RefusingLibrary(missing);
                }
                begin(first);
            } finally {
                registered.countDown();
            }
        } else {
            awaitRegistered();
        }
        return true;
    }

    /** Nobody may have wanted them any more by the time they had registered. */
    private synchronized void begin(PreparedChange first) {
        leftOut = first.leftOut();
        if (left) {
            ExtensionCloser.close(PreparedChange.open(first.next()));
        } else {
            chains.swap(first.next());
        }
    }

    private void awaitRegistered() {
        boolean interrupted = false;
        while (registered.getCount() > 0) {
            try {
                registered.await();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Library make(LibraryKind kind) {
        try {
            return (Library) agent.between(kind.folder(), application, kind.relocation())
                    .loadClass(kind.className())
                    .getConstructor(Chains.class, ClassLoader.class)
                    .newInstance(chains, application);
        } catch (ReflectiveOperationException | LinkageError failure) {
            LOG.error("{} in {} is not intercepted: the agent failed", kind, application, failure);
            return new FailedLibrary(kind, chains);
        }
    }

    /** Finds out what a change needs; {@code null} if the application has made nothing yet. */
    PlannedChange plan(ChangeRequest request) {
        if (registering.compareAndSet(false, false) && registered.getCount() > 0) {
            return null;
        }
        awaitRegistered();
        return registrar.plan(request, chains.extensions(), leftOut);
    }

    /** Has extensions register that are to come into force. */
    PreparedChange prepare(PlannedChange plan) {
        return registrar.prepare(plan, this::replaying);
    }

    /** Which of the extensions that are required would be missing after a change, in words; {@code null} if none is. */
    String missing(Change change) {
        return registrar.missing(change);
    }

    /** Whether payloads would be encoded, which objects that exist could not read: in words, or {@code null}; says so. */
    String encodesTooLate() {
        if (!chains.codecs().isInPlace()) {
            return null;
        }
        String line =
                "an extension encodes payloads, which what this application has made so far could not read; start "
                        + "the application with it, or leave that extension out";
        LOG.error("Heddle is not attached: {}", line);
        return line;
    }

    /** Which extensions encode what those before did not, in words; {@code null} if none does. */
    String misplaced(PreparedChange change) {
        if (chains.codecs().isInPlace()) {
            return null;
        }
        for (LoadedExtension extension : change.next()) {
            if (!extension.registrations().codecs().isEmpty()) {
                return extension.jar().title() + " encodes payloads, which what this application has made so far could "
                        + "not read; start the application anew";
            }
        }
        return null;
    }

    /** Makes a change: from now on calls begin with its extensions, and those under way stay with those before. */
    void take(PreparedChange change) {
        refusing = null;
        leftOut = change.leftOut();
        List<RegisteredWatcher> before = codeWatchers();
        chains.swap(change.next());
        if (!before.equals(codeWatchers())) {
            registrar.watchAgain(this, workflowTypes.toArray(new Class<?>[0]));
        }
    }

    /** Whether nothing may be made, because an extension is missing that is required. */
    boolean refuses() {
        return refusing != null;
    }

    /** Has somebody see the calls that extensions see. */
    void watch(Link watcher) {
        chains.watch(watcher);
    }

    /** Has somebody see no more calls. */
    void unwatch(Link watcher) {
        chains.unwatch(watcher);
    }

    /** The JARs that are not used, and why. */
    Map<File, String> leftOut() {
        return leftOut;
    }

    /** Why nothing may be made, or {@code null}. */
    String refusal() {
        RefusingLibrary instead = refusing;
        return instead == null ? null : instead.reason();
    }

    /** Takes the extensions out of the way of what is called from now on; they are still to be closed. */
    synchronized List<LoadedExtension> empty() {
        left = true;
        budget.end();
        return chains.swap(List.of());
    }

    /** The JVM ends: says who is to blame if that is in the middle of the start. */
    void jvmEnds() {
        registrar.jvmEnds();
    }

    /**
     * Called by the JVM when nobody reaches this installation any more, which is when its application's class loader
     * goes: closes the extensions, after which all goes together. A finalizer, although those are on their way out of
     * Java, because no reference object can do this: an extension reaches its application through its class loader, so
     * that what holds one to close it later would hold the other for ever.
     */
    @Override
    @SuppressWarnings("deprecation")
    protected void finalize() {
        if (!extensions().isEmpty()) {
            AgentThread.of("heddle-close", this).start();
        }
    }

    /** Closes the extensions of an application that is gone. */
    @Override
    public void run() {
        ExtensionCloser.close(PreparedChange.open(extensions()));
    }
}

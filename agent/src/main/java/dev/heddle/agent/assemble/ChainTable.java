package dev.heddle.agent.assemble;

import dev.heddle.agent.assemble.extension.LoadedExtension;
import dev.heddle.agent.assemble.extension.RegisteredWatcher;
import dev.heddle.agent.call.Chain;
import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.Link;
import dev.heddle.agent.call.TurnWatch;
import dev.heddle.agent.call.dropin.DropIn;
import dev.heddle.agent.call.dropin.DropInType;
import dev.heddle.agent.call.plugin.PluginLink;
import dev.heddle.api.Category;
import dev.heddle.api.GrpcServer;
import dev.heddle.api.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The chains of one application: from an operation to those that want it now. Libraries keep what they get where a call
 * finds it without asking; the table tells them when it has changed. Thread-safe; no lock is held while an extension is
 * asked what it wants.
 */
public final class ChainTable implements Chains {
    private final Set<Runnable> changed = Collections.newSetFromMap(new WeakHashMap<>());
    private final boolean counting;
    private final TurnWatch turns;
    private final WorkflowTypes workflowTypes;
    private List<Link> watchers = List.of();
    private volatile Table table;

    /**
     * No extensions yet.
     *
     * @param counting whether calls are to be counted
     * @param turns looks on while interceptors are at work in workflows
     * @param workflowTypes is told of those that the application's workers register
     */
    public ChainTable(boolean counting, TurnWatch turns, WorkflowTypes workflowTypes) {
        this.counting = counting;
        this.turns = turns;
        this.workflowTypes = workflowTypes;
        this.table = new Table(List.of(), CodecList.UNDECIDED, counting, watchers);
    }

    /** The extensions that the chains consist of, outermost first. */
    public List<LoadedExtension> extensions() {
        return table.extensions;
    }

    @Override
    public Chain of(Operation operation) {
        return table.of(operation);
    }

    @Override
    public CodecList codecs() {
        return table.codecs;
    }

    @Override
    public List<ExtensionHealth> wanting(Category category) {
        List<ExtensionHealth> wanting = new ArrayList<>();
        for (LoadedExtension extension : table.extensions) {
            extension.registrations().addIfWanting(category, wanting);
        }
        return wanting;
    }

    @Override
    public List<DropIn> dropIns(DropInType type) {
        return table.dropIns.getOrDefault(type, List.of());
    }

    @Override
    public List<PluginLink> plugins() {
        return table.plugins;
    }

    @Override
    public TurnWatch turns() {
        return turns;
    }

    @Override
    public WorkflowTypes workflowTypes() {
        return workflowTypes;
    }

    @Override
    public void stuck(Throwable detected) {
        for (RegisteredWatcher watcher : codeWatchers()) {
            watcher.stuck(detected);
        }
    }

    /** Those that look on while code of the application's workflows runs. */
    public List<RegisteredWatcher> codeWatchers() {
        return table.codeWatchers;
    }

    @Override
    public void serverStarted(GrpcServer server, boolean methodsKnown) {
        for (LoadedExtension extension : table.extensions) {
            extension.serverStarted(server, methodsKnown);
        }
    }

    @Override
    public void onChange(Runnable library) {
        synchronized (changed) {
            changed.add(library);
        }
    }

    /**
     * Makes all chains anew, of other extensions, then has the libraries take them. A call under way finishes on the
     * chain it began with.
     *
     * @return the extensions until now
     */
    public List<LoadedExtension> swap(List<LoadedExtension> extensions) {
        return replace(extensions).extensions;
    }

    /** Has somebody see each call that an extension sees, outside them all, until {@link #unwatch}. */
    public void watch(Link watcher) {
        synchronized (changed) {
            List<Link> more = new ArrayList<>(watchers);
            more.add(watcher);
            watchers = List.copyOf(more);
        }
        replace(null);
    }

    /** Has somebody see no more calls; those under way he sees to their end. */
    public void unwatch(Link watcher) {
        synchronized (changed) {
            List<Link> less = new ArrayList<>(watchers);
            less.remove(watcher);
            watchers = List.copyOf(less);
        }
        replace(null);
    }

    /** Makes all chains anew, of these extensions, or with {@code null} of the same; again if there was a change meanwhile. */
    private Table replace(List<LoadedExtension> extensions) {
        while (true) {
            Table before;
            List<Link> watching;
            synchronized (changed) {
                before = table;
                watching = watchers;
            }
            Table next = extensions == null
                    ? new Table(before.extensions, before.codecs, counting, watching)
                    : new Table(extensions, CodecList.of(extensions, before.codecs), counting, watching);
            for (Operation operation : before.chains.keySet()) {
                next.of(operation);
            }
            List<Runnable> libraries;
            synchronized (changed) {
                if (watching != watchers || before != table) {
                    continue;
                }
                table = next;
                libraries = new ArrayList<>(changed);
            }
            for (Runnable library : libraries) {
                library.run();
            }
            return before;
        }
    }

    /** What there is at one time. */
    private static final class Table {
        /** A proxy sees whatever names its clients think of; chains beyond this many are made each time. */
        private static final int MOST = 10_000;

        private final List<LoadedExtension> extensions;
        private final CodecList codecs;
        private final Map<Operation, Optional<Chain>> chains = new ConcurrentHashMap<>();

        /** Without an enum map, which loads the types, and with them the API, before anybody has made sure of that. */
        private final Map<DropInType, List<DropIn>> dropIns = new HashMap<>();

        private final List<PluginLink> plugins;
        private final List<RegisteredWatcher> codeWatchers;
        private final boolean counting;
        private final List<Link> watchers;

        Table(List<LoadedExtension> extensions, CodecList codecs, boolean counting, List<Link> watchers) {
            this.extensions = List.copyOf(extensions);
            this.codecs = codecs;
            this.counting = counting;
            this.watchers = watchers;
            List<PluginLink> all = new ArrayList<>();
            for (LoadedExtension extension : extensions) {
                all.addAll(extension.registrations().plugins());
            }
            this.plugins = List.copyOf(all);
            List<RegisteredWatcher> looking = new ArrayList<>(0);
            for (LoadedExtension extension : extensions) {
                extension.registrations().addWatchers(looking);
            }
            this.codeWatchers = List.copyOf(looking);
            if (!extensions.isEmpty()) {
                findDropIns();
            }
        }

        private void findDropIns() {
            for (DropInType type : DropInType.values()) {
                List<DropIn> all = new ArrayList<>();
                for (LoadedExtension extension : extensions) {
                    for (DropIn dropIn : extension.registrations().dropIns(type)) {
                        all.add(counting ? dropIn.counted() : dropIn);
                    }
                }
                dropIns.put(type, List.copyOf(all));
            }
        }

        Chain of(Operation operation) {
            Optional<Chain> chain = chains.get(operation);
            if (chain == null) {
                chain = make(operation);
                if (chains.size() < MOST) {
                    chains.put(operation, chain);
                }
            }
            return chain.orElse(null);
        }

        private Optional<Chain> make(Operation operation) {
            List<Link> links = new ArrayList<>();
            for (LoadedExtension extension : extensions) {
                extension.registrations().addLinks(operation, links);
            }
            if (counting) {
                countFirst(operation, links);
            }
            if (!links.isEmpty()) {
                links.addAll(0, watchers);
            }
            return links.isEmpty() ? Optional.empty() : Optional.of(new Chain(operation, links));
        }

        /** Counts a call once for each extension, at its outermost interceptor. */
        private static void countFirst(Operation operation, List<Link> links) {
            Set<ExtensionHealth> counted = new HashSet<>();
            for (int i = 0; i < links.size(); i++) {
                ExtensionHealth health = links.get(i).health();
                if (counted.add(health)) {
                    links.set(
                            i, links.get(i).counted(health.tally().of(operation).calls()));
                }
            }
        }
    }
}

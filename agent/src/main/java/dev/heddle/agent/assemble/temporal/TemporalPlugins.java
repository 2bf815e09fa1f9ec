package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.assemble.Chains;
import dev.heddle.agent.assemble.WeakIdentities;
import dev.heddle.agent.call.plugin.PluginLink;
import dev.heddle.api.Operation;
import io.temporal.worker.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Has plugins configure what the SDK has read of options before it uses them; what the application has made stays as it
 * was. The last plugin configures first.
 */
final class TemporalPlugins {
    private final Chains chains;
    private final WeakIdentities<WorkerTypes> types = new WeakIdentities<>();
    private final WeakIdentities<List<String>> queues = new WeakIdentities<>();
    private final PluginRuns runs;
    /** Set while a plugin is asked: what it makes itself is nobody's. */
    private final ThreadLocal<Boolean> asking = new ThreadLocal<>();
    /** The workers that are being made, by the thread: one of which that fails is not kept by the thread. */
    private final Map<Long, NewWorker> making = new ConcurrentHashMap<>();

    private record NewWorker(String taskQueue, WorkerTypes types) {}

    /** What a plugin does with options. */
    private interface Step {
        Object configured(PluginLink link, Object options) throws Throwable;
    }

    TemporalPlugins(Chains chains) {
        this.chains = chains;
        this.runs = new PluginRuns(chains, this);
    }

    /** Answers a point where something is configured. */
    Object configure(String what, Object options) {
        if (chains.plugins().isEmpty() || asking.get() != null) {
            return options;
        }
        return switch (what) {
            case "service-stubs" -> {
                runs.configured();
                yield configure("configureServiceStubs", options, (link, before) -> {
                    StubsConfig config = new StubsConfig(before);
                    link.plugin().configureServiceStubs(config);
                    return config.built();
                });
            }
            case "client" ->
                configure("configureClient", options, (link, before) -> {
                    BuilderConfig config = new BuilderConfig(before);
                    link.plugin().configureClient(config);
                    return config.built();
                });
            case "worker-factory" ->
                configure("configureWorkerFactory", options, (link, before) -> {
                    BuilderConfig config = new BuilderConfig(before);
                    link.plugin().configureWorkerFactory(config);
                    return config.built();
                });
            case "worker" -> ofWorker(options);
            default -> throw new IllegalArgumentException(what);
        };
    }

    /** A worker reads its factory's options too. */
    private Object ofWorker(Object options) {
        NewWorker worker = making.get(Thread.currentThread().getId());
        if (worker == null || !options.getClass().getSimpleName().equals("WorkerOptions")) {
            return options;
        }
        return configure("configureWorker", options, (link, before) -> {
            WorkerBuilderConfig config = new WorkerBuilderConfig(before, worker.taskQueue, worker.types);
            worker.types.by(link);
            boolean done = false;
            try {
                link.plugin().configureWorker(config);
                Object built = config.built();
                done = true;
                return built;
            } finally {
                if (!done) {
                    worker.types.remove(link);
                }
            }
        });
    }

    private Object configure(String method, Object options, Step step) {
        Operation operation = PluginLink.operation(method);
        List<PluginLink> plugins = chains.plugins();
        Object current = options;
        asking.set(Boolean.TRUE);
        try {
            for (int i = plugins.size() - 1; i >= 0 && !(current instanceof Throwable); i--) {
                PluginLink link = plugins.get(i);
                Object before = current;
                current = link.configure(operation, before, plugin -> step.configured(link, before));
            }
            return current;
        } finally {
            asking.remove();
        }
    }

    /** A factory is about to make a worker. */
    Object begin(Object taskQueue) {
        if (!chains.plugins().isEmpty()) {
            making.put(Thread.currentThread().getId(), new NewWorker((String) taskQueue, new WorkerTypes()));
        }
        return taskQueue;
    }

    /** A factory has made a worker, or found the one it has for that task queue. */
    void made(Object factory, Object worker) {
        NewWorker made = making.remove(Thread.currentThread().getId());
        if (made == null) {
            return;
        }
        List<String> all = queues.putIfAbsent(factory, new CopyOnWriteArrayList<>());
        if (!all.contains(made.taskQueue)) {
            all.add(made.taskQueue);
        }
        if (!made.types.isEmpty()) {
            types.putIfAbsent(worker, made.types);
        }
    }

    /** The task queues of a factory's workers. */
    List<String> queuesOf(Object factory) {
        List<String> all = queues.get(factory);
        return all == null ? List.of() : new ArrayList<>(all);
    }

    /** A worker is about to run: has it run what plugins have given it too; answers what the application is to get. */
    Throwable register(Object worker) {
        WorkerTypes all = types.get(worker);
        return all == null ? null : all.register((Worker) worker);
    }

    /** Answers a point where the SDK does something that plugins wrap. */
    Object run(String method, Object[] objects) {
        return chains.plugins().isEmpty() || asking.get() != null ? null : runs.run(method, objects);
    }
}

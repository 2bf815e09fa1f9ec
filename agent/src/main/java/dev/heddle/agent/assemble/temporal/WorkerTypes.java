package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.plugin.PluginLink;
import dev.heddle.api.Operation;
import io.temporal.worker.TypeAlreadyRegisteredException;
import io.temporal.worker.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the plugins have a worker run besides the application's own. It is registered when the worker starts or replays,
 * after the application's, which none of it may be in the way of. It does not reach the worker.
 */
final class WorkerTypes {
    private static final Operation REGISTER = PluginLink.operation("configureWorker");

    private final List<Type> types = new ArrayList<>();
    private PluginLink adding;

    private record Type(PluginLink link, String name, Consumer<Worker> registration) {}

    /** From now on a plugin adds what is added. */
    void by(PluginLink link) {
        adding = link;
    }

    void add(String name, Consumer<Worker> registration) {
        types.add(new Type(adding, name, registration));
    }

    /** Takes away what a plugin has added, which has failed then. */
    void remove(PluginLink link) {
        types.removeIf(type -> type.link == link);
    }

    boolean isEmpty() {
        return types.isEmpty();
    }

    /** Has a worker run them, once; answers what the application is to get, or {@code null}. */
    synchronized Throwable register(Worker worker) {
        Throwable refusal = null;
        for (Type type : types) {
            Throwable answer = register(worker, type);
            refusal = refusal == null ? answer : refusal;
        }
        types.clear();
        return refusal;
    }

    private static Throwable register(Worker worker, Type type) {
        Object answer = type.link.configure(REGISTER, null, plugin -> {
            try {
                type.registration.accept(worker);
            } catch (RuntimeException failure) {
                // Before 1.12 activities are refused so.
                boolean another = failure instanceof TypeAlreadyRegisteredException
                        || failure instanceof IllegalStateException
                                && String.valueOf(failure.getMessage()).contains("already registered");
                if (!another) {
                    throw failure;
                }
                type.link.extension().notAdded(type.name, ", of which the application has registered one itself");
            }
            return null;
        });
        return (Throwable) answer;
    }
}

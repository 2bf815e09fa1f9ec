package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.assemble.Chains;
import dev.heddle.agent.call.plugin.PluginLink;
import dev.heddle.agent.call.plugin.WrappedRun;
import dev.heddle.api.Plugin;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Has plugins wrap what the SDK does: where one of its methods begins the plugins run in its place, and in the end the
 * method is called again, which is then let through.
 */
final class PluginRuns {
    private final Chains chains;
    private final TemporalPlugins plugins;
    /** The methods that run here further out, each by its object. */
    private final ThreadLocal<Set<List<Object>>> running = new ThreadLocal<>();
    /** Whether stubs have been configured since their making began. */
    private final ThreadLocal<Boolean> configured = new ThreadLocal<>();

    PluginRuns(Chains chains, TemporalPlugins plugins) {
        this.chains = chains;
        this.plugins = plugins;
    }

    /** The options of stubs have come by. */
    void configured() {
        configured.set(Boolean.TRUE);
    }

    /**
     * Does what a method is about to do.
     *
     * @param objects the object, unless the method is static, and its arguments
     * @return its result; {@code null} if it is to go on by itself
     */
    Object run(String method, Object[] objects) {
        Object first = objects.length == 0 ? null : objects[0];
        if (first instanceof Worker) {
            Throwable refusal = plugins.register(first);
            if (refusal != null || method.equals("start")) {
                return refusal;
            }
        }
        boolean connects = method.startsWith("new");
        if (connects && objects.length != 1) {
            return null;
        }
        List<Object> key = List.of(connects ? "connect" : method, connects ? "" : System.identityHashCode(first));
        Set<List<Object>> here = running.get() == null ? new HashSet<>() : running.get();
        if (!here.add(key)) {
            return null;
        }
        running.set(here);
        try {
            return connects ? connect(method, objects) : wrap(method, objects);
        } catch (Throwable thrown) {
            return thrown;
        } finally {
            here.remove(key);
            if (here.isEmpty()) {
                running.remove();
            }
        }
    }

    private Object connect(String method, Object[] objects) throws Throwable {
        configured.remove();
        Object stubs = new WrappedRun(
                        chains.plugins(),
                        PluginLink.operation("connectServiceClient"),
                        Plugin::connectServiceClient,
                        Arrays.asList(objects),
                        List.of(),
                        WorkflowServiceStubs.class,
                        () -> call(WorkflowServiceStubs.class, null, method, objects))
                .run();
        boolean passed = configured.get() != null;
        configured.remove();
        String guard = passed ? null : PluginLink.guardAmong(chains.plugins());
        if (guard != null) {
            throw SdkObjects.passedBy(guard, "connections");
        }
        return stubs;
    }

    /** Of what has no result something has to say that it is done. */
    private Object wrap(String method, Object[] objects) throws Throwable {
        boolean ofFactory = objects[0] instanceof WorkerFactory;
        List<String> queues = ofFactory ? plugins.queuesOf(objects[0]) : List.of(((Worker) objects[0]).getTaskQueue());
        String name = ofFactory ? (method.equals("start") ? "startWorkers" : "shutdownWorkers") : "replayWorkflow";
        WrappedRun.Method wrapping = switch (name) {
            case "startWorkers" -> Plugin::startWorkers;
            case "shutdownWorkers" -> Plugin::shutdownWorkers;
            default -> Plugin::replayWorkflow;
        };
        Object[] arguments = Arrays.copyOfRange(objects, 1, objects.length);
        new WrappedRun(
                        chains.plugins(),
                        PluginLink.operation(name),
                        wrapping,
                        Arrays.asList(objects),
                        queues,
                        null,
                        () -> call(objects[0].getClass(), objects[0], method, arguments))
                .run();
        return Boolean.TRUE;
    }

    private static Object call(Class<?> owner, Object target, String name, Object[] arguments) throws Throwable {
        for (Method method : owner.getMethods()) {
            if (method.getName().equals(name) && takes(method, arguments)) {
                try {
                    return method.invoke(target, arguments);
                } catch (InvocationTargetException thrown) {
                    throw thrown.getCause();
                }
            }
        }
        throw new NoSuchMethodException(owner.getName() + '.' + name);
    }

    private static boolean takes(Method method, Object[] arguments) {
        Class<?>[] types = method.getParameterTypes();
        boolean fits = types.length == arguments.length;
        for (int i = 0; fits && i < types.length; i++) {
            fits = arguments[i] == null || types[i].isInstance(arguments[i]);
        }
        return fits;
    }
}

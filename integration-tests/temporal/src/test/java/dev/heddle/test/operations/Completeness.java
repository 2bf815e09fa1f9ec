package dev.heddle.test.operations;

import dev.heddle.harness.Repository;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the table with the interfaces in front of which Heddle stands, as the SDK on the class path has them. */
final class Completeness {
    private static final String INTERFACES = "dev.heddle.agent.call.temporal.SdkInterface";
    private static final String FACTORY = "it makes what the table's operations belong to";
    private static final String THREAD = "threads are the SDK's own business, and no call of the application";
    private static final String VALUE = "the SDK makes it past this interface: see ErrandsImpl";

    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("newUntypedWorkflowStub", FACTORY),
            Map.entry("newActivityCompletionClient", FACTORY),
            Map.entry("workflowClientCallsInterceptor", FACTORY),
            Map.entry("scheduleClientCallsInterceptor", FACTORY),
            Map.entry("activityClientCallsInterceptor", FACTORY),
            Map.entry("nexusClientCallsInterceptor", FACTORY),
            Map.entry("interceptWorkflow", FACTORY),
            Map.entry("interceptActivity", FACTORY),
            Map.entry("interceptNexusOperation", FACTORY),
            Map.entry("init", FACTORY),
            Map.entry("withContext", "it makes another client of the kind"),
            Map.entry("newWorkflowMethodThread", THREAD),
            Map.entry("newCallbackThread", THREAD),
            Map.entry("newChildThread", THREAD),
            Map.entry("newRandom", VALUE),
            Map.entry("randomUUID", VALUE));

    private final Set<Method> covered = new HashSet<>();

    Completeness(List<OperationCase<?>> table) {
        table.forEach(row -> covered.add(reached(row)));
    }

    /** Runs the row straight into a recorder, to see which method it means. */
    private static <S> Method reached(OperationCase<S> row) {
        Recorder recorder = new Recorder();
        // What a primitive cannot be is null; the others may.
        for (String primitive : List.of("await", "isDoNotCompleteOnReturn", "isUseLocalManualCompletion")) {
            recorder.answer(primitive, () -> false);
        }
        recorder.answer("getVersion", () -> 1).answer("currentTimeMillis", () -> 1L);
        try {
            row.invoke(recorder.as(row.surface()), new Sample());
        } catch (Throwable failure) {
            throw new AssertionError(row.toString(), failure);
        }
        return recorder.only().method();
    }

    /** The methods of all interfaces that the agent knows: its own list, which no class loader sees in its JAR. */
    List<Method> methods() {
        List<Method> methods = new ArrayList<>();
        URL[] agent = {classesOfAgent()};
        try (URLClassLoader loader = new URLClassLoader(agent, Completeness.class.getClassLoader())) {
            Class<?> interfaces = loader.loadClass(INTERFACES);
            for (Object each : interfaces.getEnumConstants()) {
                String name = (String) interfaces.getMethod("interfaceName").invoke(each);
                for (Method method : Class.forName(name).getMethods()) {
                    if (!Modifier.isStatic(method.getModifiers())) {
                        methods.add(method);
                    }
                }
            }
        } catch (IOException | ReflectiveOperationException failure) {
            throw new AssertionError(failure);
        }
        return methods;
    }

    private static URL classesOfAgent() {
        try {
            return Repository.file("agent/target/classes/").toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new AssertionError(impossible);
        }
    }

    boolean covers(Method method) {
        return covered.contains(method) != LEFT_OUT.containsKey(method.getName());
    }
}

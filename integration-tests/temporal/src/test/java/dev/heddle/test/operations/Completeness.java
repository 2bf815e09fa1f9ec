package dev.heddle.test.operations;

import dev.heddle.harness.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compares the table with the interfaces in front of which Heddle stands, as the SDK on the class path has them. */
final class Completeness {
    private static final String INTERFACES = "agent/src/main/java/dev/heddle/agent/call/temporal/SdkInterface.java";
    private static final Pattern INTERFACE = Pattern.compile("\"(io\\.temporal\\.[\\w.]+)\"");
    private static final String FACTORY = "it makes what the table's operations belong to";
    private static final String THREAD = "threads are the SDK's own business, and no call of the application";
    private static final String VALUE = "the SDK makes it past this interface: see WorkflowValueTest";

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
            Map.entry("withContext", "it makes another client of the kind: see ServedActivityTest"),
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

    Stream<Method> methods() {
        try {
            return INTERFACE
                    .matcher(Files.readString(Repository.file(INTERFACES)))
                    .results()
                    .flatMap(found -> Arrays.stream(load(found.group(1)).getMethods()))
                    .filter(method -> !Modifier.isStatic(method.getModifiers()))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean covers(Method method) {
        return covered.contains(method) != LEFT_OUT.containsKey(method.getName());
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException notThere) {
            throw new AssertionError(name, notThere);
        }
    }
}

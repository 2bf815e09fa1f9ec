package dev.heddle.test.operations;

import java.lang.reflect.Method;

/** Calls what only a {@link FutureSdk} has; loaded by its loader, with all of this package. */
public final class FutureCall {
    /** What the SDK's own object says. */
    static final String ANSWER = "answered by the library";

    private static final String QUESTION = "asked by the application";

    private FutureCall() {}

    /** Makes the call through the adapter of an interface, and returns what comes back and what has arrived. */
    public static String[] make(String interfaceName) throws Throwable {
        Class<?> type = Class.forName(interfaceName);
        Method added = type.getMethod(FutureSdk.METHOD, String.class);
        Recorder next = new Recorder().answer(FutureSdk.METHOD, () -> ANSWER);
        String[] outcome = new String[2];
        if (interfaceName.contains(".Workflow") && !interfaceName.contains("Client")) {
            WorkflowThread.run(() -> call(Front.of(type, next, "future"), added, next, outcome));
        } else {
            call(Front.of(type, next, "future"), added, next, outcome);
        }
        return outcome;
    }

    private static void call(Object front, Method added, Recorder next, String[] outcome)
            throws ReflectiveOperationException {
        outcome[0] = (String) added.invoke(front, QUESTION);
        outcome[1] = next.calls().stream()
                .map(call -> call.method().getName() + ' ' + call.parameters()[0])
                .findFirst()
                .orElse("nothing");
    }
}

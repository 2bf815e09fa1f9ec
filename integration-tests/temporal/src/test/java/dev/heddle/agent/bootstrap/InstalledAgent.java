package dev.heddle.agent.bootstrap;

import java.lang.reflect.Method;

/** The agent of this JVM, as what commands it finds it. */
public final class InstalledAgent {
    private InstalledAgent() {}

    /** Calls one of its methods. */
    public static void command(String method) throws ReflectiveOperationException {
        call(agent(), method);
    }

    /** Has its extensions changed by a method of its live control, and returns what has come of it. */
    public static String control(String method, Object... arguments) throws ReflectiveOperationException {
        Hook agent = agent();
        if (agent == null) {
            return "nobody is there";
        }
        Object result = call(call(agent, "control"), method, arguments);
        return (boolean) call(result, "done") ? (String) call(result, "line") : "refused: " + call(result, "line");
    }

    private static Hook agent() {
        Hook agent = Hook.connect(null);
        Hook.connect(agent);
        return agent;
    }

    private static Object call(Object owner, String name, Object... arguments) throws ReflectiveOperationException {
        for (Method method : owner.getClass().getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
                return method.invoke(owner, arguments);
            }
        }
        throw new NoSuchMethodException(name);
    }
}

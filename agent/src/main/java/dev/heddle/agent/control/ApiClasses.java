package dev.heddle.agent.control;

import dev.heddle.agent.bootstrap.AgentLoader;
import dev.heddle.agent.log.AgentLog;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Loads the whole API before the first extension. It is the system class loader's, which reads the agent's JAR when it
 * needs a class: if the file has been overwritten since the start, the classes are defined from what the agent has of it
 * in memory.
 */
final class ApiClasses {
    private static final String API = "dev.heddle.api";

    private ApiClasses() {}

    /**
     * Loads them.
     *
     * @param instrumentation opens the class loader where that is needed; {@code null} where the API does not come from
     *     the JAR
     */
    static void load(AgentLoader agent, Instrumentation instrumentation) {
        ClassLoader system = AgentLoader.class.getClassLoader();
        List<String> lost = new ArrayList<>();
        for (String name : agent.classesOfRoot(API)) {
            try {
                Class.forName(name, false, system);
            } catch (ClassNotFoundException | LinkageError unreadable) {
                lost.add(name);
            }
        }
        if (!lost.isEmpty() && instrumentation != null) {
            AgentLog.warn(
                    "{} is not the file any more that it was when this JVM was started, which goes on with what it was; "
                            + "restart the application to have it run with what is there now",
                    agent.path());
            try {
                define(lost, agent, system, opened(instrumentation));
            } catch (ReflectiveOperationException | IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** What a class loader defines its classes by. */
    private static Method opened(Instrumentation instrumentation) throws NoSuchMethodException {
        instrumentation.redefineModule(
                Object.class.getModule(),
                Set.of(),
                Map.of(),
                Map.of("java.lang", Set.of(ApiClasses.class.getModule())),
                Set.of(),
                Map.of());
        Method define =
                ClassLoader.class.getDeclaredMethod("defineClass", String.class, byte[].class, int.class, int.class);
        define.setAccessible(true);
        return define;
    }

    /** Defines classes from memory, each after those that it builds upon, which are lost too. */
    private static void define(List<String> lost, AgentLoader agent, ClassLoader system, Method define)
            throws ReflectiveOperationException, IOException {
        int before;
        do {
            before = lost.size();
            for (Iterator<String> each = lost.iterator(); each.hasNext(); ) {
                String name = each.next();
                byte[] classFile = agent.readOfRoot(name);
                try {
                    define.invoke(system, name, classFile, 0, classFile.length);
                    each.remove();
                } catch (InvocationTargetException ofSupertype) {
                    if (!(ofSupertype.getCause() instanceof NoClassDefFoundError)) {
                        throw ofSupertype;
                    }
                }
            }
        } while (!lost.isEmpty() && lost.size() < before);
    }
}

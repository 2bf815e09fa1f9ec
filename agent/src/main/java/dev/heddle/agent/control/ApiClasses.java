package dev.heddle.agent.control;

import dev.heddle.agent.bootstrap.AgentLoader;
import dev.heddle.agent.log.AgentLog;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.ArrayList;
import java.util.List;

/**
 * Loads the whole API before the first extension, from what the agent has of its JAR in memory. It is the system class
 * loader's, which would look for each class in every JAR of the application before the agent's, which is the last; and the
 * file may have been overwritten since the start.
 */
final class ApiClasses {
    private static final String API = "dev.heddle.api";
    /** Loaded at the start, while the file is what it was. */
    private static final String FIRST = API + ".package-info";

    private ApiClasses() {}

    /** Loads them. */
    static void load(AgentLoader agent) {
        if (agent.isReplaced()) {
            AgentLog.warn(
                    "{} is not the file any more that it was when this JVM was started, which goes on with what it was; "
                            + "restart the application to have it run with what is there now",
                    agent.path());
        }
        try {
            Class<?> first = Class.forName(FIRST, false, AgentLoader.class.getClassLoader());
            List<String> names = agent.classesOfRoot(API);
            if (first.getProtectionDomain() == AgentLoader.class.getProtectionDomain()) {
                names.remove(FIRST);
                define(names, agent, MethodHandles.privateLookupIn(first, MethodHandles.lookup()));
            } else {
                // The application has the API itself, as a test may: then all of it comes from there.
                for (String name : names) {
                    Class.forName(name, false, first.getClassLoader());
                }
            }
        } catch (ReflectiveOperationException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Defines classes, where the file is another one now each after those that it builds upon. */
    private static void define(List<String> names, AgentLoader agent, Lookup lookup)
            throws IllegalAccessException, IOException {
        List<String> missing = names;
        do {
            names = missing;
            missing = new ArrayList<>();
            for (String name : names) {
                try {
                    lookup.defineClass(agent.readOfRoot(name));
                } catch (NoClassDefFoundError ofSupertype) {
                    missing.add(name);
                } catch (LinkageError loadedByAnother) {
                    // Which builds upon it.
                }
            }
        } while (!missing.isEmpty() && missing.size() < names.size());
    }
}

package dev.heddle.agent.remote;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Hears when this JVM is asked for its agent properties, as the Attach API's {@code getAgentProperties} does, and looks
 * then whether a command waits. It is those properties: see the page of this package for why.
 */
public final class Ear extends Properties implements AutoCloseable {
    private static final long serialVersionUID = 1L;

    /** The property that says the version of the agent that listens. */
    public static final String VERSION = "dev.heddle.agent";

    private static final String CONNECTOR = "com.sun.management.jmxremote.localConnectorAddress";

    private final transient Command command;
    private final transient Consumer<Runnable> threads;
    private final transient Runnable managed;
    private final transient Field field;

    private Ear(Command command, Consumer<Runnable> threads, Runnable managed, Field field) {
        this.managed = managed;
        this.command = command;
        this.threads = threads;
        this.field = field;
    }

    /**
     * Begins to listen, which takes no thread.
     *
     * @param version of the agent
     * @param command answers
     * @param threads runs an answer on a thread of its own
     * @param managed is run when somebody has the JVM managed by the local connector of JMX, as {@code jconsole} does
     * @return {@code null} in a JVM that does not have what this needs, and hears nothing
     */
    public static Ear open(
            Instrumentation instrumentation,
            String version,
            Command command,
            Consumer<Runnable> threads,
            Runnable managed) {
        try {
            Class<?> support = support(instrumentation);
            Field field = support.getDeclaredField("agentProps");
            field.setAccessible(true);
            Ear ear = new Ear(command, threads, managed, field);
            synchronized (support) {
                ear.putAll((Properties) support.getMethod("getAgentProperties").invoke(null));
                ear.setProperty(VERSION, version);
                field.set(null, ear);
            }
            if (ear.containsKey(CONNECTOR)) {
                managed.run();
            }
            return ear;
        } catch (ReflectiveOperationException | RuntimeException anotherJvm) {
            return null;
        }
    }

    /** The class of the JDK's that has these properties, open to this one. */
    static Class<?> support(Instrumentation instrumentation) throws ClassNotFoundException {
        Class<?> support = Class.forName("jdk.internal.vm.VMSupport");
        Map<String, Set<Module>> opened = Map.of(support.getPackageName(), Set.of(Ear.class.getModule()));
        instrumentation.redefineModule(support.getModule(), Set.of(), Map.of(), opened, Set.of(), Map.of());
        return support;
    }

    /** Ends it: puts plain properties in its place. */
    @Override
    public void close() {
        Properties plain = new Properties();
        synchronized (field.getDeclaringClass()) {
            plain.putAll(this);
            plain.remove(VERSION);
            plain.remove(Refusal.LINE);
            try {
                field.set(null, plain);
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** Where the JVM says that the connector is there. */
    @Override
    public synchronized Object put(Object key, Object value) {
        Object before = super.put(key, value);
        if (CONNECTOR.equals(key)) {
            try {
                managed.run();
            } catch (Throwable failure) {
                // The connector is the JVM's, and there.
            }
        }
        return before;
    }

    /** What the JVM asks for when somebody asks it for these properties. */
    @Override
    public Set<String> stringPropertyNames() {
        try {
            listen();
        } catch (Throwable failure) {
            // Whoever asked for properties gets them; who asked for more is not answered, and says so.
        }
        return super.stringPropertyNames();
    }

    private void listen() {
        Path folder = MeetingPlace.folder(
                System.getProperty("java.io.tmpdir"), ProcessHandle.current().pid());
        String[] sockets = new File(folder.toString()).list();
        if (sockets != null) {
            for (String socket : sockets) {
                threads.accept(new Visit(folder.resolve(socket), command));
            }
        }
    }
}

package dev.heddle.agent.bootstrap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Loads one folder of the agent's JAR, where classes carry a suffix that no other class loader looks for: the
 * application cannot see them, nor can a scanner of its class path stumble over them.
 *
 * <pre>
 *   system loader     Premain, Hook, AgentLoader, dev.heddle.api       the JAR's root
 *        |
 *   "agent/"          weaving, assembling, calling; Byte Buddy, SLF4J   one per JVM
 *        |
 *   "temporal/", …    what is linked to a library, between the agent    one per application loader
 *                     and the application's own copy of that library
 * </pre>
 *
 * <p>A class is looked for in the folder, then one of Heddle's further up and any other in the application: SLF4J,
 * which both have, is here the agent's and there the application's. The JDK is asked first only for what no one else
 * may define, since each of its refusals is an exception.
 */
public final class AgentLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private static final String SUFFIX = ".classdata";

    private final AgentJar jar;
    private final String folder;
    private final AgentLoader agent;
    private final ClassLoader application;
    private final UnaryOperator<byte[]> relocation;
    /**
     * Knows no loader, as that of {@code defineClass} would: a thread that the application starts beneath one of our
     * frames keeps the domains of all frames for as long as it lives, up to JDK 23, and would keep the loader with them.
     */
    private final ProtectionDomain domain =
            new ProtectionDomain(new CodeSource(null, (Certificate[]) null), null, null, null);

    private AgentLoader(
            AgentJar jar, String folder, AgentLoader agent, ClassLoader application, UnaryOperator<byte[]> relocation) {
        super(AgentLoader.class.getClassLoader().getParent());
        this.jar = jar;
        this.folder = folder;
        this.agent = agent;
        this.application = application;
        this.relocation = relocation;
    }

    /** The loader of the agent itself. */
    static AgentLoader ofAgent(AgentJar jar) {
        return new AgentLoader(jar, "agent/", null, null, null);
    }

    /**
     * A loader for another folder of the JAR, between this one and an application.
     *
     * @param otherRelocation what links the folder's class files to a library that has moved to another package, or
     *     {@code null}
     */
    public AgentLoader between(String otherFolder, ClassLoader ofApplication, UnaryOperator<byte[]> otherRelocation) {
        return new AgentLoader(jar, otherFolder, this, ofApplication, otherRelocation);
    }

    /** Where the agent's JAR was when the agent started. */
    public String path() {
        return jar.path();
    }

    /** Whether another file is there now. */
    public boolean isReplaced() {
        return jar.isReplaced();
    }

    /** The agent's version, as its manifest has it; {@code unknown} where its classes come from no JAR. */
    public String version() {
        String version = AgentLoader.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    /** The names of the classes of a package in the folder of this loader, or one of Heddle's further up. */
    public List<String> classesOf(String packageName) {
        List<String> names = jar.classes(folder, packageName, SUFFIX);
        return names.isEmpty() && agent != null ? agent.classesOf(packageName) : names;
    }

    /** The names of the classes of a package in the JAR's root, which the system class loader has. */
    public List<String> classesOfRoot(String packageName) {
        return jar.classes("", packageName, ".class");
    }

    /** The class file of a class in the JAR's root. */
    public byte[] readOfRoot(String className) throws IOException {
        return jar.read(className.replace('.', '/') + ".class");
    }

    /** Defines a class made at run time. */
    public Class<?> define(String name, byte[] bytes) {
        return defineClass(name, bytes, 0, bytes.length, domain);
    }

    /** Connects the hook to the agent; here because only this package may. */
    public void connect(Hook agentItself) {
        Hook.connect(agentItself);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("java.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = read(name, folder + name.replace('.', '/') + SUFFIX);
        if (bytes != null) {
            return defineUnlessLoaded(name, relocation == null ? bytes : relocation.apply(bytes));
        }
        if (name.startsWith("dev.heddle.") || name.startsWith("net.bytebuddy.")) {
            if (agent != null) {
                return agent.loadClass(name);
            }
            return AgentLoader.class.getClassLoader().loadClass(name);
        }
        return (application == null ? getParent() : application).loadClass(name);
    }

    /** Another agent may load the very class that it is shown before it is defined: Datadog's does. */
    private Class<?> defineUnlessLoaded(String name, byte[] bytes) {
        try {
            return define(name, bytes);
        } catch (LinkageError failure) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                throw failure;
            }
            return loaded;
        }
    }

    private byte[] read(String name, String entry) throws ClassNotFoundException {
        try {
            return jar.read(entry);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }

    /** A resource of the folder; it has no URL, by which it would be read from the file. */
    @Override
    public InputStream getResourceAsStream(String name) {
        try {
            byte[] bytes = jar.read(folder + name);
            return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
        } catch (IOException unreadable) {
            return null;
        }
    }
}

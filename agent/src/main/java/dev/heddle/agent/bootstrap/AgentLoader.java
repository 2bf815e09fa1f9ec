package dev.heddle.agent.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.function.UnaryOperator;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

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

    private final JarFile jar;
    private final String folder;
    private final AgentLoader agent;
    private final ClassLoader application;
    private final UnaryOperator<byte[]> relocation;

    private AgentLoader(
            JarFile jar, String folder, AgentLoader agent, ClassLoader application, UnaryOperator<byte[]> relocation) {
        super(AgentLoader.class.getClassLoader().getParent());
        this.jar = jar;
        this.folder = folder;
        this.agent = agent;
        this.application = application;
        this.relocation = relocation;
    }

    /** The loader of the agent itself. */
    static AgentLoader ofAgent(JarFile jar) {
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

    /** The JAR, which stays open as long as the agent. */
    public JarFile jar() {
        return jar;
    }

    /** Defines a class made at run time. */
    public Class<?> define(String name, byte[] bytes) {
        return defineClass(name, bytes, 0, bytes.length);
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
        ZipEntry entry = jar.getEntry(folder + name.replace('.', '/') + ".classdata");
        if (entry != null) {
            byte[] bytes = read(name, entry);
            return define(name, relocation == null ? bytes : relocation.apply(bytes));
        }
        if (name.startsWith("dev.heddle.") || name.startsWith("net.bytebuddy.")) {
            if (agent != null) {
                return agent.loadClass(name);
            }
            return AgentLoader.class.getClassLoader().loadClass(name);
        }
        return (application == null ? getParent() : application).loadClass(name);
    }

    private byte[] read(String name, ZipEntry entry) throws ClassNotFoundException {
        byte[] bytes = new byte[(int) entry.getSize()];
        try (InputStream in = jar.getInputStream(entry)) {
            for (int at = 0; at < bytes.length; ) {
                int count = in.read(bytes, at, bytes.length - at);
                if (count < 0) {
                    throw new IOException(entry + " ends early");
                }
                at += count;
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }

    @Override
    protected URL findResource(String name) {
        if (jar.getEntry(folder + name) == null) {
            return null;
        }
        try {
            return new URL("jar:" + new java.io.File(jar.getName()).toURI() + "!/" + folder + name);
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL found = findResource(name);
        return found == null
                ? Collections.<URL>emptyEnumeration()
                : Collections.enumeration(Collections.singleton(found));
    }
}

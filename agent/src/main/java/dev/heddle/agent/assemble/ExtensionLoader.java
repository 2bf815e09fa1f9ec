package dev.heddle.agent.assemble;

import dev.heddle.agent.AgentLoader;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/**
 * Loads one extension for one application. A class comes from the JDK, Heddle's API, the JAR itself, then the
 * application; what the extension takes from the application first, from there before its JAR. Neither another
 * extension nor the agent's own classes can be seen.
 */
final class ExtensionLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    private static final String API = "dev.heddle.api.";

    private final ClassLoader application;
    private final List<String> applicationFirst;

    ExtensionLoader(File jar, ClassLoader application, List<String> applicationFirst) throws MalformedURLException {
        super(jar.getName(), new URL[] {jar.toURI().toURL()}, ClassLoader.getPlatformClassLoader());
        this.application = application;
        this.applicationFirst = applicationFirst;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith(API)) {
            return AgentLoader.class.getClassLoader().loadClass(name);
        }
        if (isOfApplicationFirst(name)) {
            try {
                return application.loadClass(name);
            } catch (ClassNotFoundException bundledThen) {
                return super.findClass(name);
            }
        }
        try {
            return super.findClass(name);
        } catch (ClassNotFoundException notBundled) {
            return application.loadClass(name);
        }
    }

    private boolean isOfApplicationFirst(String name) {
        for (String prefix : applicationFirst) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** Resources of the JAR, else of the application; service files of both would mix two worlds. */
    @Override
    public URL getResource(String name) {
        URL own = findResource(name);
        return own != null ? own : application.getResource(name);
    }

    @Override
    public java.util.Enumeration<URL> getResources(String name) throws IOException {
        java.util.Enumeration<URL> own = findResources(name);
        return own.hasMoreElements() ? own : application.getResources(name);
    }
}

package dev.heddle.testing.fake;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Enumeration;
import java.util.List;

/**
 * Loads classes as the agent does for an extension: from the JDK and Heddle's API, then from the extension, then from
 * the application; but what the extension takes from the application first, from there.
 */
public final class FakeExtensionLoader extends URLClassLoader {
    private final ClassLoader application;
    private final List<String> applicationFirst;

    /** The loader of an extension that consists of these JARs and folders. */
    public FakeExtensionLoader(URL[] extension, ClassLoader application, String... applicationFirst) {
        super(extension, ClassLoader.getPlatformClassLoader());
        this.application = application;
        this.applicationFirst = List.of(applicationFirst);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith("dev.heddle.api.")) {
            return FakeExtensionLoader.class.getClassLoader().loadClass(name);
        }
        boolean theirs = applicationFirst.stream().anyMatch(name::startsWith);
        try {
            return theirs ? application.loadClass(name) : super.findClass(name);
        } catch (ClassNotFoundException elsewhere) {
            return theirs ? super.findClass(name) : application.loadClass(name);
        }
    }

    @Override
    public URL getResource(String name) {
        URL own = findResource(name);
        return own != null ? own : application.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        Enumeration<URL> own = findResources(name);
        return own.hasMoreElements() ? own : application.getResources(name);
    }
}
